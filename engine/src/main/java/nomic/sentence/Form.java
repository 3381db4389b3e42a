package nomic.sentence;

import java.util.List;
import java.util.Set;

/**
 * A sentence made ready for reading lines.
 *
 * @param kind what it stands for; a sentence stands for no value, which is {@link PlaceKind#VALUE}
 * @param binds the variables that it brings
 * @param needs the variables that it takes from the lines above
 */
record Form(
        Sentence sentence,
        PlaceKind kind,
        List<Token> words,
        Set<String> binds,
        Set<String> needs) {
    Form {
        words = List.copyOf(words);
        binds = Set.copyOf(binds);
        needs = Set.copyOf(needs);
    }

    static Form of(Sentence sentence, PlaceKind kind, List<Token> words) {
        Set<String> binds = Variables.bound(sentence.code());
        Set<String> needs = Variables.used(sentence.code());
        needs.removeAll(binds);
        return new Form(sentence, kind, words, binds, needs);
    }

    boolean isWords() {
        return sentence.part() == Sentence.Part.WORDS;
    }

    /** How many of its words are not places. */
    int literals() {
        return (int) words.stream().filter(word -> word.kind() != Token.Kind.PLACE).count();
    }
}
