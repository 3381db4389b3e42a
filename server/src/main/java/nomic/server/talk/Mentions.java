package nomic.server.talk;

import nomic.log.GameId;
import nomic.server.account.Account;
import nomic.server.account.AccountName;
import nomic.server.account.Accounts;
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

    private final Accounts accounts;
    private final Sight sight;

    Mentions(Accounts accounts, Sight sight) {
        this.accounts = accounts;
        this.sight = sight;
    }

    /** The names of those who are named in a text and see the game; the first ten at most. */
    Collection<String> in(Draft draft, GameId game) {
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
                    && sight.sees(game, account.name())) {
                names.add(account.name());
            }
        }
        return names;
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
