package nomic.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes a law around a sentence: lines that name what it speaks of, and samples in its places. */
final class SampleLaw {
    private final Sentences sentences;
    private final List<String> when = new ArrayList<>();
    private final List<String> then = new ArrayList<>();
    private final Set<String> bound = new TreeSet<>();

    private SampleLaw(Sentences sentences) {
        this.sentences = sentences;
    }

    static String with(Sentences sentences, Sentence sentence) {
        var law = new SampleLaw(sentences);
        switch (sentence.part()) {
            case WHEN -> law.add(sentence);
            case THEN -> {
                law.needs(sentence);
                law.then.add(filled(sentence));
            }
            case WORDS -> {
                law.needs(sentence);
                law.then.add(user(sentence).replace("{it}", filled(sentence)));
            }
        }
        return law.text();
    }

    private static String user(Sentence words) {
        return switch (PlaceKind.named(words.stands())) {
            case PLAYER -> "{it} gets 1 coins";
            case NUMBER -> "\"ann\" gets {it} coins";
            case PROPOSAL -> "{it} is adopted";
            case RULE -> "{it} is suspended because \"so\"";
            case CASE -> "{it} is closed";
            case ASSET -> "\"ann\" gets 1 {it}";
            case TEXT -> "everybody is told {it}";
            case STANDING -> "\"ann\" becomes {it}";
            case TIME -> "the time \"tea\" comes in {it}";
            case INPUT -> "\"ann\" may take the action \"x\", called \"X\", with {it}";
            case CHOICE, ANSWER, VALUE -> "everybody is told \"{}\" about {it}";
            case null -> throw new IllegalStateException(words.text());
        };
    }

    private void add(Sentence sentence) {
        needs(sentence);
        when.add(filled(sentence));
        bound.addAll(Variables.bound(sentence.code()));
    }

    /** Puts sentences above that name what this one speaks of. */
    private void needs(Sentence sentence) {
        Set<String> needs = Variables.used(sentence.code());
        Set<String> own = Variables.bound(sentence.code());
        needs.removeAll(own);
        for (String variable : needs) {
            if (!bound.contains(variable)) {
                Sentence introduction = introduction(variable, own, needs);
                if (introduction.part() == Sentence.Part.THEN) {
                    then.add(filled(introduction));
                    bound.addAll(Variables.bound(introduction.code()));
                } else {
                    add(introduction);
                }
            }
        }
    }

    private Sentence introduction(String variable, Set<String> own, Set<String> needs) {
        Sentence fallback = null;
        for (Sentence it : sentences.all()) {
            Set<String> binds = Variables.bound(it.code());
            boolean clashes = binds.stream().anyMatch(b -> own.contains(b) || bound.contains(b));
            if (binds.contains(variable) && !clashes && it.part() != Sentence.Part.WORDS) {
                if (binds.containsAll(needs)) {
                    return it;
                }
                fallback = fallback == null ? it : fallback;
            }
        }
        if (fallback == null) {
            throw new IllegalStateException("Nothing names " + variable);
        }
        return fallback;
    }

    private static String filled(Sentence sentence) {
        String text = sentence.text();
        for (Token token : Token.of(text, 1, 100)) {
            if (token.kind() == Token.Kind.PLACE) {
                text = text.replace(token.written(), sample(PlaceKind.of(token.text())));
            }
        }
        return text;
    }

    static String sample(PlaceKind kind) {
        return switch (kind) {
            case NUMBER -> "10";
            case PLAYER -> "\"ann\"";
            case PROPOSAL -> "proposal 301";
            case RULE -> "rule 203";
            case CASE -> "case 1";
            case ASSET -> "coins";
            case TEXT -> "\"a text\"";
            case CHOICE -> "for";
            case ANSWER -> "true";
            case STANDING -> "idle";
            case TIME -> "2 days";
            case INPUT -> "a number \"stake\" from 1 to 5";
            case VALUE -> "7";
        };
    }

    private String text() {
        if (when.isEmpty()) {
            when.add("the game has begun");
        }
        if (then.isEmpty()) {
            then.add(
                    bound.contains("$it")
                            ? "that is forbidden because \"so\""
                            : "everybody is told \"so\"");
        }
        return "When " + String.join("\n", when) + "\nThen " + String.join("\n", then) + "\n";
    }
}
