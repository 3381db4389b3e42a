package nomic.server.cli;

import nomic.server.Access;
import nomic.server.mail.MailSettings;
import nomic.server.rate.RateLimits;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options that say how people come in. */
final class AccessOptions {
    @Option(
            names = "--rates",
            paramLabel = "NAME=N,...",
            converter = Reader.class,
            description = {
                "requests that are answered in a minute, 0 for as many as come; standard are",
                "address=3000,account=1200,login=30,name=10,release=1,",
                "talk=30,call=10"
            })
    private RateLimits rates = RateLimits.STANDARD;

    @Option(
            names = "--behind-proxy",
            description = {
                "takes the address of a client from the last value of X-Forwarded-For, which a",
                "proxy in front of the server must set"
            })
    private boolean behindProxy;

    @Option(
            names = "--mail",
            paramLabel = "URL",
            converter = Server.class,
            description = {
                "the server for outgoing mail, as smtp://HOST[:PORT] or smtps://HOST[:PORT];"
                        + " without",
                "it mail is only noted in the log. NOMIC_MAIL_USER and NOMIC_MAIL_PASSWORD in the",
                "environment are for servers that ask who one is"
            })
    private @Nullable URI mail;

    @Option(
            names = "--mail-from",
            paramLabel = "ADDRESS",
            description = "the address that mail comes from (default: ${DEFAULT-VALUE})")
    private String mailFrom = "nomic@localhost";

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN,...",
            split = ",",
            converter = Origin.class,
            description = {
                "other origins whose pages may call the server from a browser, such as",
                "https://nomic.example; * is all (default: none)"
            })
    private Set<String> origins = Set.of();

    Access access() {
        return new Access(
                rates,
                behindProxy,
                mail == null
                        ? null
                        : new MailSettings(
                                mail,
                                mailFrom,
                                System.getenv("NOMIC_MAIL_USER"),
                                System.getenv("NOMIC_MAIL_PASSWORD")),
                origins);
    }

    /** Reads the address of a mail server. */
    static final class Server implements ITypeConverter<URI> {
        private static final Pattern URL =
                Pattern.compile("smtps?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?");

        @Override
        public URI convert(String text) {
            if (!URL.matcher(text).matches()) {
                throw new TypeConversionException(
                        "the mail server is smtp://HOST[:PORT] or smtps://HOST[:PORT]");
            }
            return URI.create(text);
        }
    }

    /** Reads an origin as browsers send it. */
    static final class Origin implements ITypeConverter<String> {
        private static final Pattern ORIGIN =
                Pattern.compile("\\*|https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

        @Override
        public String convert(String text) {
            if (!ORIGIN.matcher(text).matches()) {
                throw new TypeConversionException(
                        "'"
                                + text
                                + "' is no origin such as https://nomic.example, without a path");
            }
            return text;
        }
    }

    /** Reads numbers by name. */
    static final class Reader implements ITypeConverter<RateLimits> {
        private static final Pattern RATE = Pattern.compile("([a-z]+)=([0-9]{1,7})");

        @Override
        public RateLimits convert(String text) {
            RateLimits rates = RateLimits.STANDARD;
            for (String each : text.split(",", -1)) {
                Matcher parts = RATE.matcher(each.strip());
                RateLimits changed =
                        parts.matches()
                                ? rates.with(parts.group(1), Integer.parseInt(parts.group(2)))
                                : null;
                if (changed == null) {
                    throw new TypeConversionException(
                            "'"
                                    + each
                                    + "' is no NAME=N; names are address, account, login, name,"
                                    + " release, talk"
                                    + " and call");
                }
                rates = changed;
            }
            return rates;
        }
    }
}
