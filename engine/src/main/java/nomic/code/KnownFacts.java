package nomic.code;

import nomic.law.Law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The types of {@code nomic.law}, by simple name. */
final class KnownFacts {
    private static final Map<String, Class<?>> TYPES = collect();

    private KnownFacts() {}

    /** All public types of the package, by simple name. */
    static Map<String, Class<?>> types() {
        return TYPES;
    }

    private static Map<String, Class<?>> collect() {
        try {
            var here = Objects.requireNonNull(Law.class.getResource("Law.class")).toURI();
            if (here.getScheme().equals("jar")) {
                var jar = URI.create(here.toString().replaceAll("!.*", ""));
                try (var files =
                        FileSystems.newFileSystem(
                                Path.of(URI.create(jar.getSchemeSpecificPart())))) {
                    return collect(files.getPath("nomic", "law"));
                }
            }
            return collect(Objects.requireNonNull(Path.of(here).getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Class<?>> collect(Path folder) throws IOException {
        var types = new TreeMap<String, Class<?>>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = String.valueOf(file.getFileName()).replace(".class", "");
                if (name.matches("[A-Z]\\w*")) {
                    types.put(name, classNamed(name));
                }
            }
        }
        return types;
    }

    private static Class<?> classNamed(String simpleName) {
        try {
            return Class.forName("nomic.law." + simpleName, false, Law.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
