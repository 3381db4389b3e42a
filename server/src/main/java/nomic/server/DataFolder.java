package nomic.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The data folder while it is used: one process at a time, until it ends or lets go. */
public final class DataFolder implements AutoCloseable {
    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /** Makes the folder if need be and takes it; throws {@link CannotStart}. */
    static DataFolder make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CannotStart("Cannot use the data folder " + folder, e);
        }
        return take(folder);
    }

    /** Takes a folder that is there; throws {@link CannotStart}. */
    public static DataFolder take(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                throw new IOException("there is no such folder");
            }
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new IOException("it is in use by another process");
            }
            return new DataFolder(channel);
        } catch (IOException e) {
            throw new CannotStart("Cannot use the data folder " + folder, e);
        }
    }

    /** The lock lives as long as its channel. */
    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot let go of the data folder", e);
        }
    }
}
