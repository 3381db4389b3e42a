package nomic.worker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a child process can load: the engine and the libraries that it needs, all of them jars, and
 * nothing else of what its parent has. Jars can be opened before they are needed, and archives of
 * classes are made of jars only.
 */
record ClassPath(List<Path> jars) {
    /** Names of jars without their versions, written by the build: see engine/pom.xml. */
    private static final String LIBRARIES = "libraries.txt";

    /**
     * Of this process' own class path; a folder of classes is packed into a jar in this folder.
     *
     * @throws IllegalStateException where a library is not on the class path
     */
    static ClassPath ofEngine(Path folder) {
        var present = new TreeMap<String, Path>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var file = Path.of(entry).toAbsolutePath();
            present.putIfAbsent(withoutVersion(file), file);
        }
        var jars = new ArrayList<Path>();
        jars.add(PackedFolder.asJar(engine(), folder, "engine.jar"));
        for (String name : libraries()) {
            Path jar = present.get(name);
            if (jar == null) {
                throw new IllegalStateException(
                        "The engine needs " + name + ".jar, which is not on the class path");
            }
            jars.add(jar);
        }
        return new ClassPath(List.copyOf(jars));
    }

    private static Path engine() {
        try {
            var location = ClassPath.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(location.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot find the classes of the engine", e);
        }
    }

    private static List<String> libraries() {
        try (var file = ClassPath.class.getResourceAsStream(LIBRARIES)) {
            var bytes = Objects.requireNonNull(file, LIBRARIES).readAllBytes();
            return Arrays.stream(new String(bytes, StandardCharsets.UTF_8).strip().split(","))
                    .map(Path::of)
                    .map(ClassPath::withoutVersion)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + LIBRARIES, e);
        }
    }

    private static String withoutVersion(Path jar) {
        return String.valueOf(jar.getFileName()).replaceFirst("(-\\d.*)?\\.jar$", "");
    }

    /** As the option {@code -cp} wants it. */
    @Override
    public String toString() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
