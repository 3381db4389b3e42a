package nomic.server.token;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token is good for. Each holds its own only: to play one needs no right to read. */
public enum Scope {
    /** To see what only the own account may see. */
    GAME_READ,
    /** To join games and to move in them. */
    GAME_PLAY,
    /** To create games and to act as their master. */
    GAME_MASTER,
    /** To act as an administrator of the server; empty for everybody else. */
    ADMIN,
    /** To change the account itself; no personal token has it. */
    ACCOUNT;

    /** The word for it, such as {@code game:play}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The words for some scopes, separated by spaces as in RFC 6749, 3.3. */
    static String text(Set<Scope> scopes) {
        return EnumSet.copyOf(scopes).stream().map(Scope::word).collect(Collectors.joining(" "));
    }

    /** The scopes of such a text; null where it names another one, or none. */
    static @Nullable Set<Scope> parse(String text) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (String word : text.strip().split(" +")) {
            Scope scope = of(word);
            if (scope == null) {
                return null;
            }
            scopes.add(scope);
        }
        return Collections.unmodifiableSet(scopes);
    }

    static @Nullable Scope of(String word) {
        for (Scope scope : values()) {
            if (scope.word().equals(word)) {
                return scope;
            }
        }
        return null;
    }
}
