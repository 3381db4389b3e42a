package nomic.server.setting;

import nomic.code.Nearest;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of all settings that are not standard: of flags before those of the environment, then
 * those of {@code .env} in the working folder, then those of the file.
 */
public final class Configuration {
    private static final String PAGE = "; docs/settings.md lists all";
    private static final String FILE = "nomic.properties";

    private final Map<Setting, Given> given = new EnumMap<>(Setting.class);
    private @Nullable Path file;

    private Configuration() {}

    /**
     * Reads what is given, and checks all of it.
     *
     * @param flags the values of the command line
     * @param environment names that are no settings are passed over: others set them too
     * @param working the working folder, to which paths are relative
     * @throws WrongSetting for the first that is wrong, whether another goes before it or not
     */
    public static Configuration read(
            Map<Setting, String> flags, Map<String, String> environment, Path working) {
        var read = new Configuration();
        flags.forEach((setting, value) -> read.add(new Given(setting, value, setting.flag())));
        new TreeMap<>(environment)
                .forEach(
                        (name, value) -> {
                            Setting setting = Setting.ofVariable(name);
                            if (setting != null) {
                                read.add(setting, value, name + " in the environment");
                            }
                        });
        DotEnv.read(working.resolve(".env")).forEach(read::addVariable);
        read.addFile(working);
        return read;
    }

    private void addVariable(String name, String value) {
        Setting setting = Setting.ofVariable(name);
        if (setting != null) {
            add(setting, value, name + " in .env");
        } else if (Setting.isOurs(name)) {
            throw unknown(name, ".env", Setting.variables());
        }
    }

    private void addFile(Path working) {
        String named = text(Setting.CONFIG);
        Path path =
                named == null
                        ? working.resolve(data()).resolve(FILE)
                        : working.resolve(Path.of(named));
        if (named == null && !Files.isRegularFile(path)) {
            return;
        }
        file = path;
        SettingsFile.read(path)
                .forEach(
                        (name, value) -> {
                            Setting setting = Setting.named(name);
                            if (setting == null) {
                                throw unknown(name, path.toString(), Setting.words());
                            }
                            if (setting == Setting.CONFIG
                                    || (setting == Setting.DATA && named == null)) {
                                throw new WrongSetting(
                                        "%s in %s would come too late: set it before the file is found, by %s or %s"
                                                .formatted(
                                                        name,
                                                        path,
                                                        setting.flag(),
                                                        setting.variable()));
                            }
                            add(setting, value, name + " in " + path);
                        });
    }

    private static WrongSetting unknown(String name, String where, List<String> names) {
        String nearest = Nearest.to(name, names);
        return new WrongSetting(
                "%s in %s is no setting%s%s"
                        .formatted(
                                name.replaceAll("\\p{Cntrl}", "?"),
                                where,
                                nearest == null ? "" : "; did you mean " + nearest + "?",
                                PAGE));
    }

    /** An empty value gives nothing, since compose files cannot leave a variable out. */
    private void add(Setting setting, String value, String where) {
        if (!value.isBlank()) {
            add(new Given(setting, value.strip(), where));
        }
    }

    private void add(Given one) {
        given.putIfAbsent(one.setting(), one.checked());
    }

    /** The file that was read; null where there was none. */
    public @Nullable Path file() {
        return file;
    }

    /** The value of a setting; null where none is given. */
    public @Nullable String text(Setting setting) {
        Given one = given.get(setting);
        return one == null ? null : one.value();
    }

    /** The value of a setting whose standard is a value. */
    public String textOrStandard(Setting setting) {
        String value = text(setting);
        return value == null ? setting.standard() : value;
    }

    public int whole(Setting setting) {
        return Integer.parseInt(textOrStandard(setting));
    }

    public boolean isOn(Setting setting) {
        return Boolean.parseBoolean(textOrStandard(setting));
    }

    public Path data() {
        return Path.of(textOrStandard(Setting.DATA));
    }

    /** The URL of the database, with user and password; null for the one in the data folder. */
    public @Nullable String database() {
        String url = text(Setting.DATABASE);
        var login = new StringBuilder();
        Map.of(Setting.DATABASE_USER, "user", Setting.DATABASE_PASSWORD, "password")
                .forEach(
                        (setting, parameter) -> {
                            String value = text(setting);
                            if (value != null) {
                                login.append('&').append(parameter).append('=');
                                login.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                            }
                        });
        if (login.isEmpty()) {
            return url;
        }
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new WrongSetting(
                    "database-user and database-password are for PostgreSQL: set database to its"
                            + " URL, jdbc:postgresql://HOST/NAME");
        }
        return url.contains("?") ? url + login : url + "?" + login.substring(1);
    }
}
