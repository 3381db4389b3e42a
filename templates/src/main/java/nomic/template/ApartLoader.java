package nomic.template;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Loads the templates of Drools with their expression interpreter from a folder that no class path
 * shows, and everything else of Drools a second time, so that nothing of it meets the classes that
 * build and run rules. Only the platform's own classes are shared.
 */
final class ApartLoader extends ClassLoader {
    private static final List<String> FOLDERS =
            List.of("apart/drools-templates/", "apart/drools-mvel/", "apart/mvel2/", "");

    private final ClassLoader files = ApartLoader.class.getClassLoader();

    ApartLoader() {
        super("templates", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        URL file = findResource(name.replace('.', '/') + ".class");
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = file.openStream()) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        for (String folder : FOLDERS) {
            URL found = files.getResource(folder + name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        var found = new ArrayList<URL>();
        for (String folder : FOLDERS) {
            found.addAll(Collections.list(files.getResources(folder + name)));
        }
        return Collections.enumeration(found);
    }
}
