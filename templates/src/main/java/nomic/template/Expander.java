package nomic.template;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes checked values into trusted text, by the templates of Drools; one call at a time. */
final class Expander {
    private static final String COMPILER = "org.drools.template.ObjectDataCompiler";

    private final ClassLoader apart = new ApartLoader();

    /** The text of a template, once for each row, as Drools expands it. */
    synchronized String expand(Template template, List<Map<String, String>> rows) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(apart);
        try (var source =
                new ByteArrayInputStream(template.source().getBytes(StandardCharsets.UTF_8))) {
            var type = apart.loadClass(COMPILER);
            var compile = type.getMethod("compile", Collection.class, InputStream.class);
            return (String) compile.invoke(type.getConstructor().newInstance(), rows, source);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The template " + template.name() + " is broken", e);
        } catch (ReflectiveOperationException | java.io.IOException e) {
            throw new IllegalStateException("The templates of Drools cannot be called", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
