package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import nomic.server.mail.MailSettings;
import nomic.server.rate.RateLimits;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@Timeout(120)
final class PasswordResetIT {
    private static final Pattern TOKEN = Pattern.compile("nomic_rp_[A-Za-z0-9_-]{43}");
    private static final String RESETS = "/api/v1/password-resets";

    private final GreenMail mails =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir Path data;

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @BeforeEach
    void start() {
        mails.start();
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    private Server server(@Nullable MailSettings mail) {
        return Server.start(
                Settings.local(data).withAccess(new Access(RateLimits.NONE, false, mail, Set.of())),
                () -> now);
    }

    private Server server() {
        var smtp = URI.create("smtp://127.0.0.1:" + mails.getSmtp().getPort());
        return server(new MailSettings(smtp, "nomic@example.org", null, null));
    }

    private static Person withAddress(Api api, String name) {
        Person person = api.person(name);
        person.post(
                        "/api/v1/me/email",
                        "{\"email\": \"%s@example.org\", \"password\": \"secret of %s\"}"
                                .formatted(name, name))
                .expectNothing();
        return person;
    }

    private static void asks(Api api, String name) {
        Reply reply = api.post(RESETS, "{\"name\": \"%s\"}".formatted(name));
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.response().body()).isEmpty();
    }

    private static Reply confirms(Api api, String token) {
        return api.post(
                RESETS + "/confirm",
                "{\"token\": \"%s\", \"password\": \"a better one\"}".formatted(token));
    }

    private MimeMessage mail() {
        assertThat(mails.waitForIncomingEmail(60_000, 1)).isTrue();
        return mails.getReceivedMessages()[0];
    }

    private static String token(MimeMessage mail) {
        Matcher token = TOKEN.matcher(GreenMailUtil.getBody(mail));
        assertThat(token.find()).isTrue();
        return token.group();
    }

    @Test
    void a_mail_brings_the_token_for_a_new_password() throws MessagingException {
        try (Server server = server()) {
            var api = new Api(server.uri());
            Person ann = withAddress(api, "ann");
            asks(api, "ANN");

            MimeMessage mail = mail();

            assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("ann@example.org");
            assertThat(mail.getFrom()[0].toString()).isEqualTo("nomic@example.org");
            assertThat(mail.getSubject()).isEqualTo("A new password for Nomic");
            String token = token(mail);
            confirms(api, "nomic_rp_x").problem(400, "invalid-grant");
            confirms(api, token).expectNothing();
            confirms(api, token).problem(400, "invalid-grant");
            ann.get("/api/v1/me").problem(401, "not-authenticated");
            String form = "grant_type=password&username=ann&password=";
            api.form("/api/v1/token", form + Api.encoded("secret of ann"))
                    .problem(400, "invalid-grant");
            api.form("/api/v1/token", form + Api.encoded("a better one")).expect(200);
        }
    }

    @Test
    void a_token_for_a_new_password_is_good_for_an_hour_and_until_the_next_one()
            throws FolderException {
        try (Server server = server()) {
            var api = new Api(server.uri());
            withAddress(api, "ann");
            asks(api, "ann");
            String first = token(mail());
            mails.purgeEmailFromAllMailboxes();
            asks(api, "ann");
            String second = token(mail());

            confirms(api, first).problem(400, "invalid-grant");
            now = now.plusSeconds(3600);
            confirms(api, second).problem(400, "invalid-grant");
        }
    }

    @Test
    void who_has_no_account_or_no_address_gets_the_same_answer_and_no_mail() {
        try (Server server = server()) {
            var api = new Api(server.uri());
            api.person("bob");
            asks(api, "nobody");
            asks(api, "no name");
            asks(api, "bob");
            withAddress(api, "ann");
            asks(api, "ann");

            assertThat(token(mail())).isNotEmpty();
        }
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void without_a_mail_server_the_answer_is_the_same() {
        try (Server server = server((MailSettings) null)) {
            var api = new Api(server.uri());
            withAddress(api, "ann");
            asks(api, "ann");
        }
        assertThat(mails.getReceivedMessages()).isEmpty();
    }
}
