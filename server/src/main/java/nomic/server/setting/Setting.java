package nomic.server.setting;

import nomic.server.rate.RateLimits;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Everything that an operator can set. One name serves for file, environment and flag. */
public enum Setting {
    CONFIG(
            "FILE",
            "`nomic.properties` in the data folder, if there is one",
            Form.Text.any("the path of a file"),
            "a file with settings, one `name=value` in a line"),
    HOST(
            "ADDRESS",
            "0.0.0.0",
            Form.Text.any("an address or name of this machine"),
            "the address that the server listens on; `127.0.0.1` for this machine only, as behind a"
                    + " proxy"),
    PORT("N", "8080", new Form.Whole(0, 65_535), "where it listens; 0 takes a free port"),
    DATA(
            "DIR",
            "data",
            Form.Text.any("the path of a folder"),
            "the folder of signing keys and embedded database; made if it is missing"),
    DATABASE(
            "JDBC-URL",
            "H2 in the data folder",
            new Form.Text(
                    Pattern.compile("jdbc:(h2|postgresql):\\P{Cntrl}+"),
                    "a JDBC URL that begins with jdbc:h2: or jdbc:postgresql:"),
            "the database, of PostgreSQL or H2"),
    DATABASE_USER(
            "NAME",
            "what the URL says",
            Form.Text.any("the name of a user"),
            "who the server is for PostgreSQL"),
    DATABASE_PASSWORD(
            "",
            "none",
            Form.Text.any("a password"),
            "its password, which the list of processes would show if it were in the URL"),
    LIMITS(
            "NAME=AMOUNT,...",
            "the standard ones",
            new Form.Readable(LimitsText::read, "NAME=AMOUNT,..."),
            "limits of the games that are created from now on, such as `fuel=5000000,bytes=32MB`;"
                    + " those that are not named are standard"),
    RATES(
            "NAME=N,...",
            RateLimits.standardText(),
            new Form.Readable(RatesText::read, "NAME=N,..."),
            "requests that are answered in a minute, 0 for as many as come; those that are not"
                    + " named are standard"),
    BEHIND_PROXY(
            "",
            "false",
            Form.Word.YES_OR_NO,
            "takes the address of a client from the last value of `X-Forwarded-For`, which a proxy"
                    + " in front of the server must set"),
    CORS(
            "ORIGIN,...",
            "none",
            new Form.Texts(
                    Pattern.compile("\\*|https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"),
                    "an origin such as https://nomic.example, without a path; or *"),
            "other origins whose pages may call the server from a browser; `*` is all"),
    MAIL(
            "URL",
            "none",
            new Form.Text(
                    Pattern.compile("smtps?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?"),
                    "smtp://HOST[:PORT] or smtps://HOST[:PORT]"),
            "the server for outgoing mail; without it mail is only noted in the log"),
    MAIL_FROM(
            "ADDRESS",
            "nomic@localhost",
            Form.Text.any("an address of mail"),
            "the address that mail comes from"),
    MAIL_USER(
            "NAME",
            "none",
            Form.Text.any("the name of a user"),
            "who the server is for the mail server, if that asks"),
    MAIL_PASSWORD("", "none", Form.Text.any("a password"), "its password at the mail server"),
    WEBHOOKS_ANYWHERE(
            "",
            "false",
            Form.Word.YES_OR_NO,
            "lets webhooks call all addresses, of this machine and network too, and over HTTP: for"
                    + " development"),
    WORKERS(
            "N",
            "one for each processor, at most 4",
            new Form.Whole(0, 64),
            "child processes in which rules run; 0 runs them in the server itself"),
    WORKER_HEAP("MB", "256", new Form.Whole(64, 65_536), "the largest heap of a child process"),
    MANAGEMENT_PORT(
            "N",
            "none: there is no such port",
            new Form.Whole(0, 65_535),
            "where `/metrics` is, and `/health` with details; 0 takes a free port"),
    MANAGEMENT_HOST(
            "ADDRESS",
            "127.0.0.1",
            Form.Text.any("an address or name of this machine"),
            "the address of the management port, which strangers should not reach"),
    LOG_FORMAT(
            "text|json",
            "text",
            Form.Word.of("text", "json"),
            "how the log on standard error is written: for people, or a JSON object in each line"),
    LOG_REQUESTS(
            "", "false", Form.Word.YES_OR_NO, "writes a line of log for each request that is over"),
    SHUTDOWN_GRACE(
            "S",
            "20",
            new Form.Whole(1, 600),
            "seconds that a stop waits for what is under way before the process ends anyhow");

    private static final String PREFIX = "NOMIC_";

    private final String placeholder;
    private final String standard;
    private final Form form;
    private final String meaning;

    /**
     * @param placeholder stands for a value; its unit where it is a number of something
     * @param standard where nothing is set: a value, or what is done then
     */
    Setting(String placeholder, String standard, Form form, String meaning) {
        this.placeholder = placeholder;
        this.standard = standard;
        this.form = form;
        this.meaning = meaning;
    }

    /** Its name, in files and to people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its option on the command line; the list of processes would show a secret. */
    public String flag() {
        if (isSecret()) {
            throw new IllegalStateException(word() + " is a secret, and has no flag");
        }
        return "--" + word();
    }

    /** Its variable in the environment. */
    public String variable() {
        return PREFIX + name();
    }

    /** Whether its values are shown nowhere. */
    public boolean isSecret() {
        return this == DATABASE_PASSWORD || this == MAIL_PASSWORD;
    }

    /** Whether it is on or off, so that its flag needs no value. */
    public boolean isSwitch() {
        return form.equals(Form.Word.YES_OR_NO);
    }

    public String placeholder() {
        return placeholder;
    }

    public String standard() {
        return standard;
    }

    public String meaning() {
        return meaning;
    }

    /** What values it may have. */
    public String allowed() {
        return form.allowed();
    }

    Form form() {
        return form;
    }

    /** The setting with a name; null where there is none. */
    static @Nullable Setting named(String word) {
        return byName(word, Setting::word);
    }

    /** The setting with a variable; null where there is none. */
    static @Nullable Setting ofVariable(String variable) {
        return byName(variable, Setting::variable);
    }

    private static @Nullable Setting byName(String name, Function<Setting, String> naming) {
        return Arrays.stream(values())
                .filter(setting -> naming.apply(setting).equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether a variable is of this program, be it a setting or not. */
    static boolean isOurs(String variable) {
        return variable.startsWith(PREFIX);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Setting::word).toList();
    }

    static List<String> variables() {
        return Arrays.stream(values()).map(Setting::variable).toList();
    }
}
