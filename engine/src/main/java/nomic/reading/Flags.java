package nomic.reading;

import nomic.code.Outline;
import nomic.code.Outline.Literal;
import nomic.law.Kind;
import nomic.reading.Flag.Name;
import nomic.reading.Flag.Where;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what voters should look at twice, from the parsed form of the code and from the words. */
public final class Flags {
    static final Set<String> VOTING = Set.of("adopt", "defeat", "openVote", "castBallot");
    static final Set<String> ENDING = Set.of("declareWinner", "declareDraw");

    /** What a change of the rule that does it changes, too. */
    private static final Set<Name> OF_TARGETS =
            Set.of(Name.CHANGES_VOTING, Name.CAN_END_GAME, Name.CHANGES_RULES);

    private static final int MOST = 50;
    private static final Comparator<Flag> ORDER =
            Comparator.comparing(Flag::name)
                    .thenComparing(Flag::where)
                    .thenComparingInt(Flag::line);

    private final Draft draft;
    private final Outline outline;
    private final List<Flag> found = new ArrayList<>();

    private Flags(Draft draft, Outline outline) {
        this.draft = draft;
        this.outline = outline;
    }

    /**
     * All flags of a text, each once for a line, in a fixed order; 50 at most, of each name one at
     * least.
     *
     * @param outline of its code
     */
    public static List<Flag> of(Draft draft, Outline outline) {
        Flags flags = new Flags(draft, outline);
        flags.find();
        return flags.all();
    }

    /** The flags of a text whose code cannot be read just now; one of them says so. */
    public static List<Flag> unread(Draft draft) {
        Flags flags = new Flags(draft, Outline.NONE);
        flags.find();
        flags.add(Name.UNREAD_CODE, "What this code does cannot be read just now.", 0);
        return flags.all();
    }

    private List<Flag> all() {
        List<Flag> sorted = found.stream().distinct().sorted(ORDER).toList();
        Map<Name, Flag> firsts = new EnumMap<>(Name.class);
        sorted.forEach(flag -> firsts.putIfAbsent(flag.name(), flag));
        return Stream.concat(firsts.values().stream(), sorted.stream())
                .distinct()
                .limit(MOST)
                .sorted(ORDER)
                .toList();
    }

    private void find() {
        if (draft.bringsCode()) {
            found.addAll(CodeFlags.of(outline, draft.calls()));
            namePlayers();
        }
        lookAtTarget();
        found.addAll(Spelling.flags(draft, outline));
        found.addAll(TitleAndEffect.flags(draft, outline));
        boolean wordsAlone = draft.code().isBlank() && draft.kind() != null && draft.bringsCode();
        if (wordsAlone) {
            add(Name.NO_CODE, "It has no code: only people can apply it.", 0);
        }
    }

    private void namePlayers() {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        named.addAll(draft.players().isEmpty() ? Names.in(outline).players() : draft.players());
        for (Literal literal : outline.literals()) {
            String text = Plain.line(literal.text());
            if (!literal.number() && named.contains(text)) {
                add(
                        Name.NAMES_PLAYER,
                        "It names the player " + Plain.quoted(text) + ".",
                        literal.line());
            }
        }
    }

    /** That a rule is changed, and what goes away with its code that is in force. */
    private void lookAtTarget() {
        Draft.Target target = draft.target();
        if (target == null) {
            return;
        }
        String how = how(draft.kind()) + " rule " + target.number();
        addOnTarget(Name.CHANGES_RULES, how + ".");
        if (draft.kind() == Kind.TRANSMUTE) {
            return;
        }
        if (!target.code().isBlank() && target.outline() == null) {
            addOnTarget(Name.UNREAD_CODE, how + ", whose code cannot be read just now.");
        }
        CodeFlags.of(target.known(), target.calls()).stream()
                .filter(flag -> OF_TARGETS.contains(flag.name()))
                .forEach(
                        flag ->
                                addOnTarget(
                                        flag.name(),
                                        how + flag.sentence().replaceFirst("^It ", ", which ")));
    }

    private static String how(@Nullable Kind kind) {
        return switch (kind) {
            case REPEAL -> "It repeals";
            case TRANSMUTE -> "It changes the class of";
            case ENACT, AMEND -> "It rewrites";
            case null -> "It rewrites";
        };
    }

    private void addOnTarget(Name name, String sentence) {
        found.add(new Flag(name, sentence, Where.TARGET, 0));
    }

    private void add(Name name, String sentence, int line) {
        found.add(new Flag(name, sentence, Where.CODE, line));
    }
}
