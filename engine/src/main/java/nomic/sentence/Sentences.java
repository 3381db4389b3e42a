package nomic.sentence;

import nomic.code.Diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The sentences that are known: the standard ones, and those that a ruleset, a rule or a proposal
 * brings. Immutable.
 */
public final class Sentences {
    /** The origin of the sentences that every game knows. */
    public static final String STANDARD = "standard";

    private static final int MOST_STANDARD = 2_000;

    private final List<Form> forms;
    private final List<Form> when;
    private final List<Form> then;
    private final Words words;

    /** What came of adding a DSL. */
    public sealed interface Added {
        record Fine(Sentences sentences) implements Added {}

        /** The remarks point into the DSL. */
        record Refused(List<Diagnostic> diagnostics) implements Added {}
    }

    private Sentences(List<Form> forms) {
        this.forms = List.copyOf(forms);
        when = part(forms, Sentence.Part.WHEN);
        then = part(forms, Sentence.Part.THEN);
        words = new Words(part(forms, Sentence.Part.WORDS));
    }

    /** The sentences that every game knows. */
    public static Sentences standard() {
        return Standard.SENTENCES;
    }

    /**
     * These and those of a DSL. What is known already is not added again.
     *
     * @param origin what messages call it, such as {@code rule 305}
     */
    public Added with(String origin, String dsl) {
        return with(origin, dsl, Set.of());
    }

    /**
     * The same of a DSL that a rule brings: laws that use its sentences import the types that these
     * name.
     *
     * @param types that the rule declares, as imports name them
     */
    public Added with(String origin, String dsl, Set<String> types) {
        return switch (DslReader.read(dsl, origin)) {
            case Dsl.Refused(var remarks) -> new Added.Refused(remarks);
            case Dsl.Read(var added) -> {
                var all = new ArrayList<>(forms);
                added.stream()
                        .map(form -> form.importing(types))
                        .filter(form -> !knows(form))
                        .forEach(all::add);
                yield new Added.Fine(new Sentences(all));
            }
        };
    }

    /** All of them, in the order in which they were added. */
    public List<Sentence> all() {
        return forms.stream().map(Form::sentence).toList();
    }

    /** Turns laws in sentences into code. */
    public Expansion expand(String text) {
        return expand(text, 0);
    }

    /**
     * Turns laws in sentences into code of a rule, which imports nothing from itself.
     *
     * @param ruleId 0 where there is none yet
     */
    public Expansion expand(String text, int ruleId) {
        return new Expander(this, ruleId).expand(text);
    }

    List<Form> when() {
        return when;
    }

    List<Form> then() {
        return then;
    }

    Words words() {
        return words;
    }

    private boolean knows(Form added) {
        return forms.stream()
                .filter(form -> form.imports().equals(added.imports()))
                .map(Form::sentence)
                .anyMatch(
                        it ->
                                it.part() == added.sentence().part()
                                        && it.stands().equals(added.sentence().stands())
                                        && it.text().equals(added.sentence().text())
                                        && it.code().equals(added.sentence().code()));
    }

    private static List<Form> part(List<Form> forms, Sentence.Part part) {
        return forms.stream().filter(form -> form.sentence().part() == part).toList();
    }

    /** Reads the standard sentences when they are first asked for. */
    private static final class Standard {
        static final Sentences SENTENCES = new Sentences(forms());

        private static List<Form> forms() {
            return switch (DslReader.read(text(), STANDARD, MOST_STANDARD)) {
                case Dsl.Read(var forms) -> forms;
                case Dsl.Refused(var remarks) ->
                        throw new IllegalStateException("standard.dsl: " + remarks);
            };
        }

        private static String text() {
            try (InputStream in = Sentences.class.getResourceAsStream("standard.dsl")) {
                if (in == null) {
                    throw new IllegalStateException("There is no standard.dsl");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
