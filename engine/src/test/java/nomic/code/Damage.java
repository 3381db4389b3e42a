package nomic.code;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils a text at places chosen by chance. */
final class Damage {
    private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|[^\\w\\s]");
    private static final List<String> ODDITIES =
            List.of(
                    "\"",
                    "'",
                    "\\",
                    "\\u0022",
                    "/*",
                    "*/",
                    "//",
                    "(",
                    "[[[[",
                    "}",
                    ";",
                    "$",
                    "@",
                    "#",
                    "\0",
                    "\u202e",
                    "\ud800",
                    "end",
                    "then",
                    "when",
                    "rule",
                    "or",
                    "->",
                    "::",
                    "9999999999999999999",
                    "1e9999",
                    "0x",
                    "-",
                    "<",
                    "é");

    private final SplittableRandom chance;
    private final List<String> tokens;
    private final List<String> others;

    private Damage(String text, String other, SplittableRandom chance) {
        this.chance = chance;
        this.tokens = new ArrayList<>(tokens(text));
        this.others = tokens(other);
    }

    /**
     * @param other a text from which parts are taken over
     */
    static String to(String text, String other, SplittableRandom chance) {
        var damage = new Damage(text, other, chance);
        int times = 1 + chance.nextInt(3);
        for (int i = 0; i < times && !damage.tokens.isEmpty(); i++) {
            damage.once();
        }
        return String.join("", damage.tokens);
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    private void once() {
        int at = chance.nextInt(tokens.size());
        int length = 1 + chance.nextInt(Math.min(12, tokens.size() - at));
        var part = tokens.subList(at, at + length);
        switch (chance.nextInt(8)) {
            case 0 -> tokens.remove(at);
            case 1 -> part.clear();
            case 2 -> tokens.addAll(at, List.copyOf(part));
            case 3 -> swap(at, chance.nextInt(tokens.size()));
            case 4 -> tokens.add(at, ODDITIES.get(chance.nextInt(ODDITIES.size())));
            case 5 -> tokens.subList(at, tokens.size()).clear();
            case 6 -> tokens.addAll(at, slice());
            default -> {
                part.clear();
                tokens.addAll(at, slice());
            }
        }
    }

    private void swap(int one, int other) {
        var token = tokens.get(one);
        tokens.set(one, tokens.get(other));
        tokens.set(other, token);
    }

    private List<String> slice() {
        if (others.isEmpty()) {
            return List.of();
        }
        int from = chance.nextInt(others.size());
        return others.subList(from, Math.min(others.size(), from + 1 + chance.nextInt(40)));
    }
}
