package nomic.server.setting;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** A file of properties in UTF-8, in which each name stands once. */
final class SettingsFile {
    private SettingsFile() {}

    static Map<String, String> read(Path file) {
        var once = new Once(file);
        try (Reader text = Files.newBufferedReader(file)) {
            once.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongSetting(
                    "Cannot read the settings in %s (%s): it has to be there, and UTF-8"
                            .formatted(file, e.getClass().getSimpleName()));
        }
        return once.values;
    }

    /** Later of two equal names would win without a word. */
    private static final class Once extends Properties {
        private static final long serialVersionUID = 1;

        private final transient Path file;
        private final transient Map<String, String> values = new LinkedHashMap<>();

        Once(Path file) {
            this.file = file;
        }

        @Override
        public synchronized Object put(Object name, Object value) {
            if (values.put((String) name, (String) value) != null) {
                throw new WrongSetting("%s stands twice in %s".formatted(name, file));
            }
            return value;
        }
    }
}
