package nomic.server.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Pages of the server: fixed words of its own, without scripts. */
final class Html {
    static final String STYLE = "/docs/page.css";

    static final String TYPE = "text/html";

    private static final String MEDIA_TYPE = TYPE + "; charset=utf-8";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s - Nomic</title>
            <link rel="stylesheet" href="%s">
            %s\
            """;

    private Html() {}

    /** A page with a title and the markup of its body. */
    static Answer page(String title, String body) {
        return file(PAGE.formatted(text(title), STYLE, body).getBytes(StandardCharsets.UTF_8));
    }

    /** A page that is there as a whole. */
    static Answer file(byte[] page) {
        return file(page, POLICY);
    }

    /**
     * @param policy what a browser may load for it
     */
    static Answer file(byte[] page, String policy) {
        return new Answer(200, MEDIA_TYPE, page, Map.of("Content-Security-Policy", policy));
    }

    /** A text as markup; what stands between backquotes is code. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("`([^`]*)`", "<code>$1</code>");
    }
}
