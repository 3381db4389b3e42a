package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nomic.session.Interpreter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** A child of the server sees none of the server. */
final class ClassPathOfServerTest {
    @TempDir Path folder;

    @Test
    void the_engine_can_be_loaded() throws Exception {
        try (var loader = loader()) {
            Class<?> interpreter = loader.loadClass(Interpreter.class.getName());
            assertThat(interpreter.getClassLoader()).isSameAs(loader);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nomic.server.Main",
                "io.helidon.webserver.WebServer",
                "org.h2.Driver",
                "org.hibernate.Session",
                "org.postgresql.Driver"
            })
    void the_server_and_its_libraries_cannot_be_loaded(String name) throws IOException {
        assertThat(ClassPathOfServerTest.class.getClassLoader().getResource(file(name)))
                .isNotNull();
        try (var loader = loader()) {
            assertThatThrownBy(() -> loader.loadClass(name))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".class";
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
