package nomic.reading;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;

import nomic.code.DeclaredType;
import nomic.code.Outline;
import nomic.code.Outline.Literal;
import nomic.reading.Flag.Name;
import nomic.reading.Flag.Where;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds characters that nobody sees and words that are not what they look like (UTS #39). */
final class Spelling {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_]+");
    private static final int LONGEST_WORD = 200;
    private static final int MOST_FLAGS = 10;
    private static final SpoofChecker SCRIPTS =
            new SpoofChecker.Builder()
                    .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.MIXED_NUMBERS)
                    .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
                    .build();
    private static final SpoofChecker LOOKS =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private final List<Flag> found = new ArrayList<>();
    private final Set<String> players;

    private Spelling(Set<String> players) {
        this.players = players;
    }

    static List<Flag> flags(Draft draft, Outline outline) {
        Spelling spelling = new Spelling(draft.players());
        spelling.look(draft.title(), Where.TITLE);
        spelling.look(draft.prose(), Where.PROSE);
        spelling.look(draft.code(), Where.CODE);
        spelling.look(draft.attachments().sentences(), Where.SENTENCES);
        spelling.look(draft.attachments().dsl(), Where.DSL);
        spelling.look(draft.attachments().tests(), Where.TESTS);
        spelling.lookAtNames(draft, outline);
        return spelling.found;
    }

    private void look(String text, Where where) {
        hidden(text, where);
        Set<String> seen = new TreeSet<>();
        Matcher words = WORD.matcher(text);
        int from = found.size();
        while (words.find() && found.size() - from < MOST_FLAGS) {
            String word = words.group();
            if (!isAscii(word) && word.length() <= LONGEST_WORD && seen.add(word)) {
                look(word, where, line(text, words.start()));
            }
        }
    }

    private void look(String word, Where where, int line) {
        String looks = LOOKS.getSkeleton(word);
        boolean mixed = SCRIPTS.failsChecks(word);
        String folded = Normalizer.normalize(word, Normalizer.Form.NFKC);
        String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
        boolean disguised = isAscii(folded) && !folded.equals(composed);
        if (mixed || disguised) {
            add(
                    Name.LOOK_ALIKE,
                    "The word "
                            + Plain.quoted(word)
                            + " has letters of more than one alphabet or of a special form; it"
                            + " looks like "
                            + Plain.quoted(looks)
                            + ".",
                    where,
                    line);
            return;
        }
        for (String player : players) {
            if (!player.equals(word) && looks.equals(LOOKS.getSkeleton(player))) {
                alike(word, player, where, line);
            }
        }
    }

    /** Hidden characters, the first of each kind. */
    private void hidden(String text, Where where) {
        Set<Integer> seen = new TreeSet<>();
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean space = c == '\n' || c == '\t' || c == '\r';
            boolean ofEmoji =
                    (c == 0xFE0F || c == 0x200D) && (Character.isEmoji(before) || before == 0xFE0F);
            if (!space
                    && !ofEmoji
                    && !Plain.isShown(c)
                    && seen.size() < MOST_FLAGS
                    && seen.add(c)) {
                add(
                        Name.HIDDEN_CHARACTERS,
                        String.format(
                                "It holds the character U+%04X (%s), which nobody sees.",
                                c, Plain.line(String.valueOf(Character.getName(c)))),
                        where,
                        line(text, i));
            }
            before = c;
            i += Character.charCount(c);
        }
    }

    /** Texts that look like the name of a player, and types that look like those of the law. */
    private void lookAtNames(Draft draft, Outline outline) {
        for (Literal literal : outline.literals()) {
            String text = literal.text();
            if (!literal.number() && text.length() <= LONGEST_WORD && isAscii(text)) {
                for (String player : players) {
                    boolean other = !player.equalsIgnoreCase(text);
                    if (other && LOOKS.getSkeleton(text).equals(LOOKS.getSkeleton(player))) {
                        alike(text, player, Where.CODE, literal.line());
                    }
                }
            }
        }
        for (DeclaredType type : outline.types()) {
            for (String known : known()) {
                boolean other = !known.equals(type.name());
                if (other && LOOKS.getSkeleton(type.name()).equals(LOOKS.getSkeleton(known))) {
                    alike(type.name(), known, Where.CODE, line(draft.code(), type.name()));
                }
            }
        }
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(Words.HAPPENINGS.keySet());
        known.addAll(Words.NOUNS.keySet());
        return known;
    }

    private void alike(String text, String known, Where where, int line) {
        add(
                Name.LOOK_ALIKE,
                Plain.quoted(text) + " looks like " + Plain.quoted(known) + " and is another name.",
                where,
                line);
    }

    private void add(Name name, String sentence, Where where, int line) {
        found.add(new Flag(name, sentence, where, line));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static int line(String text, int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static int line(String code, String word) {
        int at = code.indexOf(word);
        return at < 0 ? 0 : line(code, at);
    }
}
