package nomic.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Flow;

/** What a request says. */
final class Sent {
    private Sent() {}

    /** The body of a request as text; empty where it has none. */
    static String body(HttpRequest request) {
        BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
        request.bodyPublisher().ifPresent(publisher -> publisher.subscribe(new Buffers(text)));
        return request.bodyPublisher().isEmpty() ? "" : text.getBody().toCompletableFuture().join();
    }

    /** A form as an object of texts. */
    static ObjectNode form(String text) {
        ObjectNode form = Reply.JSON.createObjectNode();
        for (String field : text.split("&")) {
            String[] pair = field.split("=", 2);
            form.put(decoded(pair[0]), pair.length == 1 ? "" : decoded(pair[1]));
        }
        return form;
    }

    /** The same with all texts in small letters: words of a fixed list are read in any case. */
    static JsonNode lower(JsonNode value) {
        return Reply.json(value.toString().toLowerCase(Locale.ROOT));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Hands buffers on, one at a time. */
    private record Buffers(BodySubscriber<String> text) implements Flow.Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            text.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            text.onNext(List.of(buffer));
        }

        @Override
        public void onError(Throwable failure) {
            text.onError(failure);
        }

        @Override
        public void onComplete() {
            text.onComplete();
        }
    }
}
