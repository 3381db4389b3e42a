package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

final class JvmFlagsTest {
    @TempDir Path folder;

    @Test
    void the_java_machine_knows_all_of_them() throws Exception {
        assertThat(run("-version")).isZero();
    }

    @Test
    void a_full_heap_ends_the_process_without_a_word_to_the_parent() throws Exception {
        Path program = folder.resolve("Full.java");
        Files.writeString(
                program,
                """
                class Full {
                    public static void main(String[] a) {
                        for (var all = new java.util.ArrayList<byte[]>(); ; all.add(new byte[1 << 20])) {}
                    }
                }
                """);

        assertThat(run(program.toString())).isEqualTo(3);
        assertThat(folder.resolve("out")).isEmptyFile();
        assertThat(folder.resolve("errors")).content().contains("OutOfMemoryError");
    }

    private int run(String argument) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(JvmFlags.java());
        command.addAll(JvmFlags.of(64, folder));
        command.add(argument);
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start()
                .waitFor();
    }
}
