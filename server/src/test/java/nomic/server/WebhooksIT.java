package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import nomic.server.hook.Reach;
import nomic.server.store.Postgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Calls of a real receiver. The clock stands still unless a test moves it. */
final class WebhooksIT {
    private static final String PATH = "/api/v1/me/webhooks";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path data;

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private Server server(Reach reach) {
        return Server.start(Settings.local(data).withWebhooks(reach), () -> now);
    }

    private static JsonNode hook(Person person, String url, String types, String more) {
        return person.post(PATH, body(url, types, more)).expect(201);
    }

    private static String body(String url, String types, String more) {
        return "{\"url\": \"%s\", \"types\": [%s]%s}".formatted(url, types, more);
    }

    private static String game(String path) {
        return ", \"game\": \"" + LiveClient.id(path) + "\"";
    }

    private static String pinged(Person person, JsonNode hook) {
        return person.post(PATH + "/" + hook.path("id").asText() + "/ping", "")
                .expect(202)
                .path("id")
                .asText();
    }

    private static JsonNode deliveries(Person person, JsonNode hook) {
        return person.get(PATH + "/" + hook.path("id").asText() + "/deliveries").expect(200);
    }

    /** The newest delivery, as soon as it is as a test wants. */
    private static JsonNode delivery(Person person, JsonNode hook, Predicate<JsonNode> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode newest = deliveries(person, hook).path(0);
        while (!wanted.test(newest)) {
            assertThat(Instant.now()).as("%s", newest).isBefore(end);
            Thread.onSpinWait();
            newest = deliveries(person, hook).path(0);
        }
        return newest;
    }

    private static Predicate<JsonNode> status(String status) {
        return delivery -> delivery.path("status").asText().equals(status);
    }

    private static String signature(JsonNode hook, Receiver.Call call)
            throws GeneralSecurityException {
        String secret = hook.path("secret").asText();
        assertThat(secret).startsWith("whsec_");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = call.id() + "." + call.timestamp() + "." + call.body();
        byte[] bytes = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void a_call_says_what_has_happened_and_is_signed() throws GeneralSecurityException {
        try (Receiver receiver = new Receiver(0);
                Server server = server(Reach.ANYWHERE)) {
            var api = new Api(server.uri());
            Person ann = api.person("ann");
            Person bob = api.person("bob");
            JsonNode hook = hook(bob, receiver.url(), "\"vote\", \"mentioned\"", "");
            String game = ann.createsGame("suber");
            bob.joins(game).expect(200);
            ann.starts(game).expect(200);
            ann.proposes(game, "A custom <b>", "").expect(201);
            ann.votes(game, 301, "for").expect(200);

            Receiver.Call call = receiver.next();

            assertThat(call.method()).isEqualTo("POST /hook");
            assertThat(call.signature()).isEqualTo(signature(hook, call));
            assertThat(call.timestamp()).isEqualTo(Long.toString(now.getEpochSecond()));
            assertThat(call.json().path("type").asText()).isEqualTo("vote");
            assertThat(call.json().at("/data/proposal").asInt()).isEqualTo(301);
            assertThat(call.json().at("/data/game").asText()).isEqualTo(LiveClient.id(game));
            ann.post(game + "/messages", "{\"text\": \"Please, @bob.\"}").expect(201);
            assertThat(receiver.next().json().path("type").asText()).isEqualTo("mentioned");
            JsonNode delivered = delivery(bob, hook, status("delivered"));
            assertThat(delivered.path("answer").asInt()).isEqualTo(204);
            assertThat(delivered.path("attempts").asInt()).isEqualTo(1);
            assertThat(deliveries(ann, hook(ann, receiver.url(), "\"turn\"", ""))).isEmpty();
        }
    }

    @Test
    void all_events_of_a_game_are_told_in_order_while_it_is_seen() {
        try (Receiver receiver = new Receiver(0);
                Server server = server(Reach.ANYWHERE)) {
            var api = new Api(server.uri());
            Person ann = api.person("ann");
            Person eve = api.person("eve");
            String game = ann.createsGame("suber");
            eve.post(PATH, body(receiver.url(), "\"event\"", "")).problem(422, "bad-argument");
            JsonNode hook = hook(eve, receiver.url(), "\"event\"", game(game));
            ann.starts(game).expect(200);
            JsonNode told = receiver.next().json().at("/data/event");
            while (!told.path("type").asText().equals("GameStarted")) {
                told = receiver.next().json().at("/data/event");
            }
            assertThat(ann.get(game + "/events").expect(200)).contains(told);
            ann.post(game + "/door", "{\"visibility\": \"private\"}").expect(200);
            String order = "{\"order\": \"pause\", \"reason\": \"A secret.\"}";
            ann.post(game + "/orders", order).expect(200);

            JsonNode refused =
                    delivery(
                            eve,
                            hook,
                            each -> each.path("error").asText().contains("not there for you"));

            assertThat(refused.path("status").asText()).isEqualTo("failed");
            while (receiver.left() > 0) {
                assertThat(receiver.next().body()).doesNotContain("A secret.");
            }
            eve.post(PATH, body(receiver.url(), "\"event\"", game(game)))
                    .problem(404, "unknown-game");
        }
    }

    @Test
    void a_call_that_failed_is_made_again_under_the_same_id() {
        try (Receiver receiver = new Receiver(0, 500, 302);
                Server server = server(Reach.ANYWHERE)) {
            Person ann = new Api(server.uri()).person("ann");
            JsonNode hook = hook(ann, receiver.url(), "\"turn\"", "");
            String id = pinged(ann, hook);
            assertThat(receiver.next().id()).isEqualTo("msg_" + id);
            JsonNode failed = delivery(ann, hook, each -> !each.path("error").isNull());
            assertThat(failed.path("status").asText()).isEqualTo("pending");
            assertThat(failed.path("answer").asInt()).isEqualTo(500);
            assertThat(failed.path("next").asText()).isEqualTo("2026-03-01T12:00:05Z");
            assertThat(ann.get(PATH).expect(200).at("/0/failing").isNull()).isFalse();

            now = now.plusSeconds(5);
            assertThat(receiver.next().id()).isEqualTo("msg_" + id);
            delivery(ann, hook, each -> each.path("answer").asInt() == 302);
            now = now.plusSeconds(300);
            Receiver.Call last = receiver.next();

            assertThat(last.id()).isEqualTo("msg_" + id);
            assertThat(last.method()).as("redirects are not followed").isEqualTo("POST /hook");
            JsonNode delivered = delivery(ann, hook, status("delivered"));
            assertThat(delivered.path("attempts").asInt()).isEqualTo(3);
            assertThat(ann.get(PATH).expect(200).at("/0/failing").isNull()).isTrue();
            assertThat(receiver.left()).isZero();
            ann.post(
                            PATH
                                    + "/%s/deliveries/%s/redeliver"
                                            .formatted(hook.path("id").asText(), id),
                            "")
                    .expect(202);
            assertThat(receiver.next().id()).isEqualTo("msg_" + id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void what_waits_is_sent_by_the_next_server(String product) {
        Settings settings = Settings.local(data).withWebhooks(Reach.ANYWHERE);
        Settings stored =
                product.equals("H2") ? settings : settings.withDatabase(Postgres.newDatabase());
        int port;
        try (Receiver receiver = new Receiver(0)) {
            port = receiver.port();
        }
        String id;
        JsonNode hook;
        try (Server server = Server.start(stored, () -> now)) {
            Person ann = new Api(server.uri()).person("ann");
            hook = hook(ann, "http://localhost:" + port + "/hook", "\"turn\"", "");
            id = pinged(ann, hook);
            JsonNode failed = delivery(ann, hook, each -> !each.path("error").isNull());
            assertThat(failed.path("answer").isNull()).isTrue();
        }
        now = now.plusSeconds(10);
        try (Receiver receiver = new Receiver(port);
                Server server = Server.start(stored, () -> now)) {
            assertThat(receiver.next().id()).isEqualTo("msg_" + id);
            Person ann = new Api(server.uri()).login("ann");
            delivery(ann, hook, status("delivered"));
            assertThat(receiver.left()).isZero();
        }
    }

    @Test
    void a_host_that_is_gone_is_called_no_more_until_its_owner_wants_it() {
        try (Receiver receiver = new Receiver(0, 410);
                Server server = server(Reach.ANYWHERE)) {
            Person ann = new Api(server.uri()).person("ann");
            JsonNode hook = hook(ann, receiver.url(), "\"turn\"", "");
            String path = PATH + "/" + hook.path("id").asText();
            pinged(ann, hook);

            delivery(ann, hook, status("failed"));

            assertThat(ann.get(PATH).expect(200).at("/0/disabled").asText()).contains("gone");
            ann.starts(ann.createsGame("suber")).expect(200);
            String told = "/api/v1/me/notifications";
            while (ann.get(told).expect(200).path("notifications").isEmpty()) {
                Thread.onSpinWait();
            }
            ann.post(path + "/enable", "").expect(200);
            receiver.next();
            pinged(ann, hook);
            assertThat(receiver.next().json().path("type").asText()).isEqualTo("ping");
        }
    }

    @Test
    void a_receiver_that_never_ends_its_answer_holds_up_nobody_else() throws IOException {
        try (var endless = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Receiver receiver = new Receiver(0);
                Server server = server(Reach.ANYWHERE)) {
            Thread.ofVirtual().start(() -> drip(endless));
            var api = new Api(server.uri());
            Person ann = api.person("ann");
            Person bob = api.person("bob");
            String url = "http://localhost:" + endless.getLocalPort() + "/";
            JsonNode slow = hook(ann, url, "\"turn\"", "");
            pinged(ann, slow);
            pinged(bob, hook(bob, receiver.url(), "\"turn\"", ""));

            assertThat(receiver.next().json().path("type").asText()).isEqualTo("ping");
            JsonNode delivered = delivery(ann, slow, status("delivered"));
            assertThat(delivered.path("answer").asInt()).isEqualTo(200);
        }
    }

    @Test
    void who_has_no_certificate_that_is_known_is_told_nothing() throws Exception {
        HttpsServer impostor = selfSigned();
        try (Server server = server(Reach.ANYWHERE)) {
            Person ann = new Api(server.uri()).person("ann");
            String url = "https://localhost:" + impostor.getAddress().getPort() + "/";
            JsonNode hook = hook(ann, url, "\"turn\"", "");
            pinged(ann, hook);

            JsonNode failed = delivery(ann, hook, each -> !each.path("error").isNull());

            assertThat(failed.path("error").asText())
                    .isEqualTo("there is no secure connection to the host");
        } finally {
            impostor.stop(0);
        }
    }

    private HttpsServer selfSigned() throws Exception {
        Path store = data.resolve("impostor.p12");
        String command =
                "-genkeypair -alias a -keyalg EC -dname CN=localhost -ext SAN=dns:localhost"
                        + " -storetype PKCS12 -storepass changeit -keystore";
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(List.of(command.split(" ")));
        words.add(store.toString());
        assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        char[] password = "changeit".toCharArray();
        keys.init(KeyStore.getInstance(store.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", HttpExchange::close);
        server.start();
        return server;
    }

    /** Answers, and then goes on for ever with a body that was never to end. */
    private static void drip(ServerSocket endless) {
        try (Socket socket = endless.accept()) {
            OutputStream out = socket.getOutputStream();
            String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("1\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // the connection was cut, as it has to be
        }
    }

    @Test
    void a_name_that_leads_into_the_servers_own_network_is_not_called() {
        try (Receiver receiver = new Receiver(0);
                Server server = server(Reach.PUBLIC)) {
            Person ann = new Api(server.uri()).person("ann");
            ann.post(PATH, body("https://10.0.0.1/", "\"turn\"", "")).problem(422, "bad-argument");
            String url = "https://localhost:" + receiver.port() + "/";
            JsonNode hook = hook(ann, url, "\"turn\"", "");
            pinged(ann, hook);

            JsonNode failed = delivery(ann, hook, each -> !each.path("error").isNull());

            assertThat(failed.path("error").asText())
                    .isEqualTo("the host has no address, or none that is called");
            assertThat(receiver.left()).isZero();
        }
    }

    @Test
    void webhooks_are_for_their_owner_alone() {
        try (Receiver receiver = new Receiver(0);
                Server server = server(Reach.ANYWHERE)) {
            var api = new Api(server.uri());
            Person ann = api.person("ann");
            Person bob = api.person("bob");
            JsonNode hook = hook(ann, receiver.url(), "\"turn\"", "");
            String path = PATH + "/" + hook.path("id").asText();
            String delivery = path + "/deliveries/" + pinged(ann, hook) + "/redeliver";

            assertThat(bob.get(PATH).expect(200)).isEmpty();
            bob.get(path + "/deliveries").problem(404, "unknown-webhook");
            bob.post(path + "/ping", "").problem(404, "unknown-webhook");
            bob.post(path + "/enable", "").problem(404, "unknown-webhook");
            bob.post(delivery, "").problem(404, "unknown-delivery");
            bob.delete(path).problem(404, "unknown-webhook");
            api.get(PATH).problem(401, "not-authenticated");
            Reply made =
                    ann.post("/api/v1/me/tokens", "{\"name\": \"x\", \"scopes\": [\"game:read\"]}");
            String token = made.expect(201).path("token").asText();
            new Person(api, "ann", token).get(PATH).problem(403, "insufficient-scope");
            ann.post(PATH, body(receiver.url(), "\"laughter\"", "")).problem(422, "bad-argument");
            ann.post(PATH, body(receiver.url(), "", "")).problem(422, "bad-argument");
            assertThat(ann.get(PATH).response().body()).doesNotContain("whsec_");
            assertThat(ann.get("/api/v1/me/export").response().body())
                    .contains(receiver.url())
                    .doesNotContain("whsec_");
            for (int i = 1; i < 20; i++) {
                hook(ann, receiver.url(), "\"turn\"", "");
            }
            ann.post(PATH, body(receiver.url(), "\"turn\"", "")).problem(409, "too-many-webhooks");
            ann.delete(path).expectNothing();
            assertThat(ann.get(PATH).expect(200)).hasSize(19);
            ann.post("/api/v1/me/deletion", "{\"password\": \"secret of ann\"}").expectNothing();
        }
    }
}
