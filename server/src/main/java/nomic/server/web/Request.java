package nomic.server.web;

import static nomic.server.web.ProblemType.BAD_PARAMETER;
import static nomic.server.web.ProblemType.BODY_TOO_LARGE;
import static nomic.server.web.ProblemType.MALFORMED_REQUEST;
import static nomic.server.web.ProblemType.UNSUPPORTED_MEDIA_TYPE;

import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.BadRequestException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.HttpMediaType;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.ServerRequest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An HTTP request. */
public final class Request {
    /** The bytes that a body may have. */
    public static final int LARGEST_BODY = 256 * 1024;

    static final String BODY_LIMIT = "A body may have 256 KiB at most.";

    private final ServerRequest request;
    private final Map<String, String> answerHeaders = new LinkedHashMap<>();
    private final Map<Class<?>, Object> found = new HashMap<>();

    Request(ServerRequest request) {
        this.request = request;
    }

    /** The value of a parameter of the path. */
    public String path(String parameter) {
        return request.path().pathParameters().get(parameter);
    }

    public @Nullable String header(String name) {
        return request.headers().first(HeaderNames.create(name)).orElse(null);
    }

    /** The last value of a header that lists values; null where there is none. */
    public @Nullable String lastOf(String name) {
        HeaderName header = HeaderNames.create(name);
        if (!request.headers().contains(header)) {
            return null;
        }
        String last = request.headers().get(header).allValues().getLast();
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }

    /** The address at the other end of the connection. */
    public InetAddress peer() {
        return request.remotePeer().address() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /** What is found out about the request; it is looked for once, however many parts ask. */
    public <T> T once(Class<T> type, Supplier<T> look) {
        Object known = found.get(type);
        if (known == null) {
            known = look.get();
            found.put(type, known);
        }
        return type.cast(known);
    }

    /** Adds a value to a header of the answer, whatever that will be. */
    public void answerWith(String header, String value) {
        answerHeaders.merge(header, value, (before, more) -> before + ", " + more);
    }

    Map<String, String> answerHeaders() {
        return answerHeaders;
    }

    public @Nullable String query(String parameter) {
        return request.query().first(parameter).orElse(null);
    }

    /** A text of the query with at most {@code longest} characters; null where there is none. */
    public @Nullable String query(String parameter, int longest) {
        String text = query(parameter);
        if (text != null && text.length() > longest) {
            throw BAD_PARAMETER
                    .because("'" + parameter + "' is longer than " + longest + " characters")
                    .rejection();
        }
        return text;
    }

    /** One of the words of an enum, in any case; null where there is none. */
    public <E extends Enum<E>> @Nullable E query(String parameter, Class<E> type) {
        String word = query(parameter);
        E constant = word == null ? null : Json.constant(type, word);
        if (word != null && constant == null) {
            throw BAD_PARAMETER
                    .because("'" + parameter + "' must be one of " + Json.words(type))
                    .rejection();
        }
        return constant;
    }

    /** A whole number of the query; {@code absent} where there is none. */
    public long query(String parameter, long min, long max, long absent) {
        String text = query(parameter);
        if (text == null) {
            return absent;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below, as for a number out of range
        }
        throw BAD_PARAMETER
                .because("'" + parameter + "' must be a whole number from " + min + " to " + max)
                .rejection();
    }

    /** Whether one of some media types will do for who asks. */
    boolean accepts(List<String> mediaTypes) {
        try {
            return mediaTypes.stream()
                    .anyMatch(type -> request.headers().isAccepted(MediaTypes.create(type)));
        } catch (IllegalArgumentException | RequestException | HttpException e) {
            return true;
        }
    }

    /** The one of some media types that who asks likes best; the first where all are alike. */
    public String best(String... mediaTypes) {
        try {
            return request.headers()
                    .bestAccepted(
                            Arrays.stream(mediaTypes)
                                    .map(MediaTypes::create)
                                    .toArray(MediaType[]::new))
                    .map(MediaType::text)
                    .orElse(mediaTypes[0]);
        } catch (IllegalArgumentException | RequestException | HttpException e) {
            return mediaTypes[0];
        }
    }

    /** Whether who asks would rather have JSON than a page; without a wish it is a page. */
    boolean prefersJson() {
        return best(Html.TYPE, Answer.JSON).equals(Answer.JSON);
    }

    /** The body as a JSON object. */
    public Body json() {
        expect("application/json", "application/*+json");
        return Body.parse(content());
    }

    /** The body as a JSON object; an empty object where there is no body. */
    public Body jsonOrNothing() {
        return request.content().hasEntity() ? json() : Body.parse("{}");
    }

    /** The body as it is, of a media type and at most so many bytes. */
    public byte[] bytes(String mediaType, int most) {
        expect(mediaType);
        return content(most, "The body may have " + most + " bytes at most.");
    }

    /** The body as an HTML form; of a repeated field the last value. */
    public Map<String, String> form() {
        expect("application/x-www-form-urlencoded");
        var form = new LinkedHashMap<String, String>();
        for (String field : new String(content(), StandardCharsets.UTF_8).split("&")) {
            String[] pair = field.split("=", 2);
            form.put(decoded(pair[0]), pair.length == 1 ? "" : decoded(pair[1]));
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw MALFORMED_REQUEST.because("The form is not encoded correctly.").rejection();
        }
    }

    /** The body; what is over the limit is left to Helidon, which reads it after the answer. */
    private byte[] content() {
        return content(LARGEST_BODY, BODY_LIMIT);
    }

    private byte[] content(int most, String limit) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try {
            byte[] content = request.content().inputStream().readNBytes(most + 1);
            if (content.length > most) {
                throw BODY_TOO_LARGE.because(limit).rejection();
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the body", e);
        }
    }

    private void expect(String... types) {
        HttpMediaType type = mediaType();
        if (type == null) {
            return;
        }
        for (String expected : types) {
            if (matches(type, expected)) {
                return;
            }
        }
        throw UNSUPPORTED_MEDIA_TYPE
                .because("Send the body as " + types[0] + ", not as " + type.text() + ".")
                .rejection();
    }

    private @Nullable HttpMediaType mediaType() {
        try {
            return request.headers().contentType().orElse(null);
        } catch (BadRequestException e) {
            throw UNSUPPORTED_MEDIA_TYPE
                    .because("The Content-Type is none; send application/json.")
                    .rejection();
        }
    }

    private static boolean matches(HttpMediaType type, String expected) {
        String name = type.mediaType().type() + "/" + type.mediaType().subtype();
        return expected.equals(name)
                || (expected.endsWith("*+json") && type.mediaType().subtype().endsWith("+json"));
    }
}
