package nomic.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client of a server, without an account. */
record Api(URI server) {
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, String json) {
        return send(json(path, json));
    }

    Reply form(String path, String form) {
        return send(formRequest(path, form));
    }

    HttpRequest.Builder formRequest(String path, String form) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    Reply method(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(150));
    }

    HttpRequest.Builder json(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    static Reply send(HttpRequest.Builder request) {
        try {
            HttpRequest sent = request.build();
            var response = HTTP.send(sent, BodyHandlers.ofString());
            Contract.check(sent, response);
            return new Reply(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Registers somebody and logs in. */
    Person person(String name) {
        post(
                        "/api/v1/accounts",
                        "{\"name\": \"%s\", \"password\": \"secret of %s\"}".formatted(name, name))
                .expect(201);
        return login(name);
    }

    Person login(String name) {
        String form =
                "grant_type=password&username=%s&password=%s"
                        .formatted(encoded(name), encoded("secret of " + name));
        String token = form("/api/v1/token", form).expect(200).path("access_token").asText();
        return new Person(this, name, token);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
