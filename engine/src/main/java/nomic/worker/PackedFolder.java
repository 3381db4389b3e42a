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

    /** The jar itself where it is one, else the target, to which the folder has been packed. */
    static Path asJar(Path jarOrFolder, Path target) {
        if (!Files.isDirectory(jarOrFolder)) {
            return jarOrFolder;
        }
        try (var jar = new JarOutputStream(Files.newOutputStream(target))) {
            for (Path file : files(jarOrFolder)) {
                String name = jarOrFolder.relativize(file).toString().replace('\\', '/');
                var entry = new JarEntry(name);
                entry.setLastModifiedTime(FileTime.fromMillis(0));
                jar.putNextEntry(entry);
                Files.copy(file, jar);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pack " + jarOrFolder, e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
