package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nomic.code.Checker;
import nomic.session.Interpreter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads classes as a child process with the class path of the engine would. */
final class ClassPathTest {
    @TempDir Path folder;

    @Test
    void the_engine_and_its_libraries_can_be_loaded() throws Exception {
        try (var loader = loader()) {
            for (String name :
                    new String[] {
                        Interpreter.class.getName(),
                        Checker.class.getName(),
                        "org.drools.core.reteoo.TupleImpl",
                        "org.eclipse.jdt.core.compiler.CharOperation",
                        "org.objectweb.asm.ClassReader",
                        "com.fasterxml.jackson.databind.ObjectMapper"
                    }) {
                Class<?> found = Class.forName(name, false, loader);
                assertThat(found.getClassLoader()).as(name).isSameAs(loader);
            }
            assertThat(loader.getResource("nomic/worker/system-calls.txt")).isNotNull();
        }
    }

    @Test
    void what_else_the_parent_has_cannot_be_loaded() throws Exception {
        try (var loader = loader()) {
            assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> loader.loadClass(ClassPathTest.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void all_of_it_are_jars() {
        assertThat(ClassPath.ofEngine(folder).jars())
                .hasSizeGreaterThan(20)
                .allMatch(jar -> jar.isAbsolute() && Files.isRegularFile(jar));
    }

    @Test
    void the_same_classes_make_the_same_jar() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/a/b"));
        Files.writeString(classes.resolve("C.class"), "c");
        Files.writeString(classes.resolve("B.class"), "b");

        Path one = PackedFolder.asJar(folder.resolve("classes"), folder, "one.jar");
        Path two = PackedFolder.asJar(folder.resolve("classes"), folder, "two.jar");

        assertThat(one).hasSameBinaryContentAs(two);
        assertThat(PackedFolder.asJar(one, folder, "three.jar")).isEqualTo(one);
    }

    private URLClassLoader loader() throws MalformedURLException {
        var jars = ClassPath.ofEngine(folder).jars();
        var urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }
}
