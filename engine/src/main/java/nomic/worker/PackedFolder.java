package nomic.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A folder of classes, as a build leaves it, packed into a jar. */
final class PackedFolder {
    private PackedFolder() {}

    /**
     * The jar itself where it is one, else a jar made of the classes in a folder, which is made if
     * need be.
     */
    static Path asJar(Path jarOrClasses, Path folder, String name) {
        if (!Files.isDirectory(jarOrClasses)) {
            return jarOrClasses;
        }
        try {
            Path target = Files.createDirectories(folder).toAbsolutePath().resolve(name);
            pack(jarOrClasses, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pack " + jarOrClasses, e);
        }
    }

    private static void pack(Path folder, Path target) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(target))) {
            for (Path file : files(folder)) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                var entry = new JarEntry(name);
                entry.setLastModifiedTime(FileTime.fromMillis(0));
                jar.putNextEntry(entry);
                Files.copy(file, jar);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
