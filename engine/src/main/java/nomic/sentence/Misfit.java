package nomic.sentence;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence whose own words are all there, with other words in exactly one of its places than fit.
 *
 * @param place its name
 * @param from the first token that does not fit
 */
record Misfit(Form form, String place, int from, String words) {
    private static final int STEPS = 200_000;

    /** The misfit of the sentence with most words of its own; null where there is none. */
    static @Nullable Misfit of(Sentences sentences, boolean when, List<Token> line) {
        var values = new LineReader(sentences.words(), line, new Steps(STEPS));
        Misfit best = null;
        try {
            for (Form form : when ? sentences.when() : sentences.then()) {
                if (best == null || form.literals() > best.form.literals()) {
                    Misfit found = of(form, line, values);
                    best = found == null ? best : found;
                }
            }
        } catch (Steps.Spent _) {
            return best;
        }
        return best;
    }

    /** Each place ends where the next word of the sentence first follows. */
    private static @Nullable Misfit of(Form form, List<Token> line, LineReader values) {
        int at = 0;
        Misfit misfit = null;
        List<Token> words = form.words();
        for (int i = 0; i < words.size(); i++) {
            Token word = words.get(i);
            if (word.kind() != Token.Kind.PLACE) {
                if (at == line.size() || !line.get(at).says(word)) {
                    return null;
                }
                at++;
                continue;
            }
            int end = end(words, i, line, at);
            if (end < 0) {
                return null;
            }
            if (values.values(PlaceKind.of(word.text()), at, end).isEmpty()) {
                if (misfit != null) {
                    return null;
                }
                misfit = new Misfit(form, word.text(), at, said(line, at, end));
            }
            at = end;
        }
        return at == line.size() ? misfit : null;
    }

    private static int end(List<Token> words, int place, List<Token> line, int from) {
        if (place == words.size() - 1) {
            return from < line.size() ? line.size() : -1;
        }
        Token next = words.get(place + 1);
        if (next.kind() == Token.Kind.PLACE) {
            return from < line.size() ? from + 1 : -1;
        }
        for (int end = from + 1; end < line.size(); end++) {
            if (line.get(end).says(next)) {
                return end;
            }
        }
        return -1;
    }

    private static String said(List<Token> line, int from, int to) {
        return line.subList(from, to).stream().map(Token::written).collect(Collectors.joining(" "));
    }
}
