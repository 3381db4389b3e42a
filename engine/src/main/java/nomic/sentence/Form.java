package nomic.sentence;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A sentence made ready for reading lines.
 *
 * @param kind what it stands for; a sentence stands for no value, which is {@link PlaceKind#VALUE}
 * @param binds the variables that it brings
 * @param needs the variables that it takes from the lines above
 * @param imports the types of other rules that its code names, such as {@code nomic.rule.r301.Coin}
 */
record Form(
        Sentence sentence,
        PlaceKind kind,
        List<Token> words,
        Set<String> binds,
        Set<String> needs,
        Set<String> imports) {
    Form {
        words = List.copyOf(words);
        binds = Set.copyOf(binds);
        needs = Set.copyOf(needs);
        imports = Set.copyOf(imports);
    }

    static Form of(Sentence sentence, PlaceKind kind, List<Token> words) {
        Set<String> binds = Variables.bound(sentence.code());
        Set<String> needs = Variables.used(sentence.code());
        needs.removeAll(binds);
        return new Form(sentence, kind, words, binds, needs, Set.of());
    }

    /** The same with those of some types that its code names. */
    Form importing(Set<String> types) {
        Set<String> named = new TreeSet<>(types);
        named.removeIf(type -> !names(simpleName(type)));
        return new Form(sentence, kind, words, binds, needs, named);
    }

    static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private boolean names(String type) {
        return Pattern.compile("(?<![\\w$.])" + Pattern.quote(type) + "(?![\\w$])")
                .matcher(sentence.code())
                .find();
    }

    boolean isWords() {
        return sentence.part() == Sentence.Part.WORDS;
    }

    /** How many of its words are not places. */
    int literals() {
        return (int) words.stream().filter(word -> word.kind() != Token.Kind.PLACE).count();
    }
}
