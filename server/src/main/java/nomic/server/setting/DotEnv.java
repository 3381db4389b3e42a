package nomic.server.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables in a file: {@code NAME=value} in a line, with quotes around the value or without. */
final class DotEnv {
    private static final Pattern LINE =
            Pattern.compile(
                    "(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*"
                            + "(?:\"(?<double>[^\"]*)\"|'(?<single>[^']*)'|(?<bare>[^\"'].*?)?)"
                            + "\\s*");

    private DotEnv() {}

    /** The variables of a file; none where there is no such file. */
    static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        var variables = new LinkedHashMap<String, String>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new WrongSetting(
                        "Line %d of %s is no NAME=value; a value with quotes ends with them"
                                .formatted(i + 1, file));
            }
            variables.put(parts.group("name"), value(parts));
        }
        return variables;
    }

    private static String value(Matcher parts) {
        for (String form : List.of("double", "single", "bare")) {
            String value = parts.group(form);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new WrongSetting(
                    "Cannot read %s (%s)".formatted(file, e.getClass().getSimpleName()));
        }
    }
}
