package nomic.server.talk;

import nomic.game.GameState;
import nomic.log.GameId;
import nomic.server.account.Account;
import nomic.server.account.AccountName;
import nomic.server.account.Accounts;
import nomic.server.game.Gate;
import nomic.server.game.Sight;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds those whom a text names by {@code @} and their name. */
final class Mentions {
    private static final int MOST = 10;

    /** Behind a letter it is part of an address. */
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_.-])@([\\p{L}\\p{N}_.-]{1,32})");

    private final Talk talk;
    private final Accounts accounts;
    private final Sight sight;

    Mentions(Talk talk, Accounts accounts, Sight sight) {
        this.talk = talk;
        this.accounts = accounts;
        this.sight = sight;
    }

    /**
     * The names of those who are named in a text, the first ten at most: of those who play, and of
     * those who have spoken here and see the game. Nobody else is called into a game by strangers.
     */
    Collection<String> in(Draft draft, GameId game, GameState state) {
        Set<String> names = new LinkedHashSet<>();
        List<String> words =
                MENTION.matcher(draft.text())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .limit(MOST)
                        .toList();
        for (String word : words) {
            Account account = account(word.substring(1));
            if (account != null
                    && !account.name().equals(draft.author())
                    && isThere(account.name(), game, state)) {
                names.add(account.name());
            }
        }
        return names;
    }

    private boolean isThere(String name, GameId game, GameState state) {
        return Gate.belongs(state, name) || (talk.hasSpoken(game, name) && sight.sees(game, name));
    }

    /** The account of a word, or of the word without the full stop behind it. */
    private @Nullable Account account(String word) {
        String name = AccountName.normal(word);
        Account account = name == null ? null : accounts.byName(name);
        return account == null && word.endsWith(".") && word.length() > 1
                ? account(word.substring(0, word.length() - 1))
                : account;
    }
}
