package nomic.client;

import org.jspecify.annotations.Nullable;

/** Who a client is. */
sealed interface Credentials {
    /** Nobody in particular, who can watch. */
    record Stranger() implements Credentials {}

    /** A personal token. */
    record Personal(String token) implements Credentials {
        @Override
        public String toString() {
            return "Personal[token hidden]";
        }
    }

    /** A log-in, whose token is renewed before it expires. */
    record LoggedIn(Login login) implements Credentials {}

    /** The token to send; null for none. */
    default @Nullable String token() {
        return switch (this) {
            case Stranger _ -> null;
            case Personal(var token) -> token;
            case LoggedIn(var login) -> login.token();
        };
    }

    /** Whether there is another token in place of one that the server did not take. */
    default boolean renew(@Nullable String stale) {
        return switch (this) {
            case Stranger _, Personal _ -> false;
            case LoggedIn(var login) -> login.renew(stale);
        };
    }
}
