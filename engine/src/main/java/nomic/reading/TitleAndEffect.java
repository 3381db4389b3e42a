package nomic.reading;

import nomic.code.Outline;
import nomic.code.Outline.Act;
import nomic.code.Outline.Deed;
import nomic.law.Kind;
import nomic.reading.Flag.Name;
import nomic.reading.Flag.Where;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Compares what a title says with what the code does. It knows English words only. */
final class TitleAndEffect {
    private static final Pattern GAIN =
            words(
                    "bonus\\w*|reward\\w*|gift\\w*|prize\\w*|earn\\w*|gains?|payout|dividend\\w*|salary|wages?|income|benefit\\w*");
    private static final Pattern LOSS =
            words(
                    "tax\\w*|fine[sd]?|penalt\\w*|fees?|costs?|pays?|paid|tolls?|deduct\\w*|punish\\w*|los[est]\\w*|takes?|taken|levy|levies|levied|price|cheap\\w*|buy\\w*|bought|sell\\w*|sold|minus|less|down|spend\\w*|from");
    private static final Pattern GIFT = words("gifts?|gives?|giving");
    private static final Pattern PENALTY =
            words("tax\\w*|fine[sd]?|penalt\\w*|fees?|tolls?|deduct\\w*|punish\\w*");
    private static final Pattern WORDING =
            words(
                    "typos?|wording|spelling|misspell\\w*|punctuation|grammar|cosmetic\\w*|reword\\w*|rephras\\w*|editorial");
    private static final Pattern NO_EFFECT =
            words(
                    "mere words|only words|words only|words alone|no code|without code|no"
                            + " effect|changes nothing|purely ceremonial|symbolic");
    private static final Pattern VOTES =
            words(
                    "vot\\w*|ballots?|adopt\\w*|majorit\\w*|unanim\\w*|quorum|veto\\w*|pass\\w*|defeat\\w*|approv\\w*|elect\\w*|thirds?|half|decid\\w*|decision\\w*|proposals?|proposed|law|laws|change[sd]?|agree\\w*|consent\\w*|debate\\w*");
    private static final Pattern ENDS =
            words(
                    "win\\w*|won|victor\\w*|ends?|ending|ended|draw\\w*|first|over|finish\\w*|triumph\\w*|hundred");
    private static final Pattern RULES =
            Pattern.compile("(?i)\\brules?\\s+(\\d{1,9}(?:(?:\\s*,\\s*|\\s+and\\s+)\\d{1,9})*)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern REPEALS = words("repeals?|repealed|abolish\\w*");

    private final Draft draft;
    private final List<Deed> deeds;
    private final String title;
    private final String words;
    private final List<Flag> found = new ArrayList<>();

    private TitleAndEffect(Draft draft, Outline outline) {
        this.draft = draft;
        this.deeds =
                outline.rules().stream()
                        .flatMap(rule -> rule.deeds().stream())
                        .filter(deed -> deed.act() == Act.LAW)
                        .toList();
        this.title = draft.title().toLowerCase(Locale.ROOT);
        this.words = title + " \n" + draft.prose().toLowerCase(Locale.ROOT);
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b");
    }

    static List<Flag> flags(Draft draft, Outline outline) {
        if (draft.title().isBlank()) {
            return List.of();
        }
        TitleAndEffect comparison = new TitleAndEffect(draft, outline);
        if (draft.bringsCode()) {
            comparison.compareHoldings();
            comparison.compareWords();
            comparison.compareSilence();
        }
        comparison.compareRules();
        return comparison.found;
    }

    private void compareHoldings() {
        if (says(GAIN, title) && !says(LOSS, words)) {
            boolean gift = says(GIFT, title);
            first(
                    deed -> Holdings.isLoss(deed) && !(gift && deed.name().equals("transfer")),
                    "The title speaks of a gain, and the code takes something away.");
        }
        if (says(PENALTY, title)
                && !says(GAIN, words)
                && deeds.stream().noneMatch(Holdings::isLoss)) {
            first(
                    deed -> Holdings.isGain(deed) && !deed.arguments().getLast().equals("0"),
                    "The title speaks of a loss, and the code only gives.");
        }
    }

    private void compareWords() {
        boolean changed =
                !draft.code().isBlank()
                        && (draft.target() == null
                                || !draft.target().code().strip().equals(draft.code().strip()));
        if (changed && draft.kind() != null && says(WORDING, title)) {
            add("The title speaks of wording alone, and the code changes what happens.", 0);
        }
        if (!draft.code().isBlank() && says(NO_EFFECT, words)) {
            add("The words say that nothing but words is meant, and there is code.", 0);
        }
    }

    private void compareSilence() {
        if (!says(VOTES, words)) {
            first(
                    deed -> Flags.VOTING.contains(deed.name()),
                    "Neither title nor prose speaks of votes, and the code decides them.");
        }
        if (!says(ENDS, words)) {
            first(
                    deed -> Flags.ENDING.contains(deed.name()),
                    "Neither title nor prose speaks of winning, and the code can end the game.");
        }
    }

    private void compareRules() {
        if (draft.kind() == null) {
            return;
        }
        Set<Integer> named = named();
        Draft.Target target = draft.target();
        if (target != null && !named.isEmpty() && !named.contains(target.number())) {
            add(
                    "The title names rule "
                            + named.iterator().next()
                            + ", and the change is to rule "
                            + target.number()
                            + ".",
                    0);
        }
        if (draft.kind() != Kind.REPEAL && says(REPEALS, title) && !named.isEmpty()) {
            add("The title speaks of a repeal, and the proposal repeals nothing.", 0);
        }
    }

    private Set<Integer> named() {
        Set<Integer> named = new TreeSet<>();
        var rules = RULES.matcher(title);
        while (rules.find()) {
            NUMBER.matcher(rules.group(1))
                    .results()
                    .forEach(number -> named.add(Integer.valueOf(number.group())));
        }
        return named;
    }

    private static boolean says(Pattern what, String text) {
        return what.matcher(text).find();
    }

    private void first(Predicate<Deed> what, String sentence) {
        deeds.stream().filter(what).findFirst().ifPresent(deed -> add(sentence, deed.line()));
    }

    /**
     * @param line of the code that differs; 0 where it is about the title as a whole
     */
    private void add(String sentence, int line) {
        found.add(
                new Flag(Name.TITLE_DIFFERS, sentence, line > 0 ? Where.CODE : Where.TITLE, line));
    }
}
