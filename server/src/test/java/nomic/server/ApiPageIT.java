package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.regex.Pattern;

@ExtendWith(SharedServer.class)
final class ApiPageIT {
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @Test
    void the_page_loads_what_there_is_and_nothing_from_elsewhere(Api api) {
        Reply page = api.get("/docs/api");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe", "http");
        String html = page.response().body();
        assertThat(html).doesNotContain("<script>", "onload", "style=");
        List<String> loaded = LOADED.matcher(html).results().map(found -> found.group(1)).toList();
        assertThat(loaded).isNotEmpty();
        for (String path : loaded) {
            assertThat(path).startsWith("/");
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(api.get("/docs/api/viewer.js").response().body()).contains("/openapi.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer.js", "swagger-ui-bundle.js", "swagger-ui.css"})
    void a_file_is_sent_once(String file, Api api) {
        Reply first = api.get("/docs/api/" + file);
        Reply again =
                Api.send(
                        api.request("/docs/api/" + file)
                                .header("If-None-Match", first.header("ETag"))
                                .GET());

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oauth2-redirect.html",
                "swagger-ui-standalone-preset.js",
                "..%2Fopenapi.yaml",
                "%2E%2E%2Fviewer.js",
                "viewer.js%00"
            })
    void no_other_file_is_served(String file, Api api) {
        assertThat(api.get("/docs/api/" + file).status()).isIn(400, 404);
    }
}
