package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs {@code bin/nomic} with a program in place of Java that prints its arguments. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class StartScriptTest {
    private static final String PRINT_ARGUMENTS = "printf '%s\\n' \"$@\"";

    @TempDir Path folder;
    Path home;
    Path script;

    @BeforeEach
    void unpack_a_distribution_into_a_folder_with_a_blank() throws IOException {
        home = Files.createDirectories(folder.toRealPath().resolve("my games/nomic"));
        script = Files.createDirectories(home.resolve("bin")).resolve("nomic");
        Files.copy(Path.of("src/main/dist/bin/nomic"), script);
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/b.jar"));
        Files.createFile(home.resolve("lib/a.jar"));
    }

    @Test
    void starts_the_java_of_java_home_with_all_jars_and_arguments() throws Exception {
        assertThat(run(script, java("25.0.3"), Map.of(), "check", "my rule.drl"))
                .containsExactly(
                        "@" + home + "/java.options",
                        "-classpath",
                        home + "/lib/a.jar:" + home + "/lib/b.jar",
                        "nomic.server.Main",
                        "check",
                        "my rule.drl");
    }

    @Test
    void works_through_symbolic_links() throws Exception {
        Path first = Files.createSymbolicLink(script.resolveSibling("first"), Path.of("nomic"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first);
        assertThat(run(second, java("25"), Map.of()))
                .contains("@" + home + "/java.options", "nomic.server.Main");
    }

    @Test
    void puts_the_callers_options_after_its_own() throws Exception {
        assertThat(run(script, java("26-ea"), Map.of("NOMIC_JAVA_OPTS", "-Xmx2g -Dx=y")))
                .startsWith("@" + home + "/java.options", "-Xmx2g", "-Dx=y", "-classpath");
    }

    @Test
    void passes_over_a_java_that_is_too_old() throws Exception {
        Path old = java("17.0.15", "exit 1");
        Path path = java("25.0.1").resolve("bin");
        assertThat(run(script, old, Map.of("PATH", path + ":" + System.getenv("PATH"))))
                .endsWith("nomic.server.Main");
    }

    @Test
    void prefers_the_java_that_came_with_it() throws Exception {
        Files.move(java("25.0.9", "echo its own; " + PRINT_ARGUMENTS), home.resolve("java"));

        assertThat(run(script, java("26"), Map.of(), "check")).startsWith("its own");
    }

    @Test
    void a_server_alone_starts_with_the_cache_of_classes() throws Exception {
        Path cache = Files.createFile(home.resolve("lib/nomic.aot"));

        assertThat(run(script, java("25"), Map.of(), "serve", "--port", "1"))
                .contains("-XX:AOTCache=" + cache)
                .endsWith("nomic.server.Main", "serve", "--port", "1");
        assertThat(run(script, java("25"), Map.of(), "check"))
                .doesNotContain("-XX:AOTCache=" + cache);
    }

    private Path java(String version) throws IOException {
        return java(version, PRINT_ARGUMENTS);
    }

    /** A folder that looks like a Java of this version, with this command in place of Java. */
    private Path java(String version, String command) throws IOException {
        Path java = folder.resolve("java " + version);
        Path program = Files.createDirectories(java.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        return java;
    }

    private static List<String> run(
            Path script, Path javaHome, Map<String, String> environment, String... arguments)
            throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Stream.concat(Stream.of("sh", script.toString()), Stream.of(arguments))
                                .toList());
        builder.environment().remove("NOMIC_JAVA_OPTS");
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines().toList();
    }
}
