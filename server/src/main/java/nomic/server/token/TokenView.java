package nomic.server.token;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.server.account.Account;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A personal token as its owner sees it.
 *
 * @param token its text, which is shown only when it is made
 */
public record TokenView(
        UUID id,
        String name,
        List<String> scopes,
        Instant created,
        @Nullable Instant used,
        Instant expires,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {
    /** The tokens of an account, the newest first. */
    public static List<TokenView> of(ApiTokens tokens, Account account) {
        return tokens.of(account.id()).stream().map(token -> of(token, null)).toList();
    }

    static TokenView of(ApiToken token, @Nullable String text) {
        return new TokenView(
                token.id,
                token.name,
                List.of(token.scopes.split(" ")),
                token.created,
                token.used,
                token.expires,
                text);
    }
}
