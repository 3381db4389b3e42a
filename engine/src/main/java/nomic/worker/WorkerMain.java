package nomic.worker;

import nomic.code.BlackBox;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The program of a worker process. It ends with its input, so it never outlives its parent. */
public final class WorkerMain {
    private WorkerMain() {}

    /**
     * @param arguments the file of the black box
     */
    public static void main(String[] arguments) throws IOException {
        var pipe =
                new Pipe(
                        new FileInputStream(FileDescriptor.in),
                        new FileOutputStream(FileDescriptor.out));
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        BlackBox.open(Path.of(arguments[0]));
        var work = new Work(pipe);
        pipe.send(new FromWorker.Ready());
        try {
            while (true) {
                work.take(pipe.receive(ToWorker.class));
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
