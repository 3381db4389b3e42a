package nomic.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.law.Ballot;
import nomic.law.Case;
import nomic.law.Claim;
import nomic.law.Conflict;
import nomic.law.DeadEnd;
import nomic.law.Deadline;
import nomic.law.Deference;
import nomic.law.EventFact;
import nomic.law.Holding;
import nomic.law.Law;
import nomic.law.Move;
import nomic.law.Offer;
import nomic.law.Outlook;
import nomic.law.Player;
import nomic.law.Precedence;
import nomic.law.Proposal;
import nomic.law.Remedy;
import nomic.law.Rule;
import nomic.law.Turn;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The standard sentences cover all that rule code sees and can ask for. */
final class LawCoverageTest {
    /** What a law in sentences has no use for. */
    private static final Set<String> APART =
            Set.of("Offer.id", "Offer.inputs", "Claim.id", "Act.arguments", "Overruled.subject");

    private static final List<Class<?>> FACTS =
            List.of(
                    Player.class,
                    Turn.class,
                    Rule.class,
                    Proposal.class,
                    Ballot.class,
                    Holding.class,
                    Deadline.class,
                    Offer.class,
                    Case.class,
                    Remedy.class,
                    Precedence.class,
                    Deference.class,
                    Conflict.class,
                    DeadEnd.class,
                    Outlook.class,
                    Claim.class);

    private static String code(Sentence.Part part) {
        var code = new StringBuilder();
        Sentences.standard().all().stream()
                .filter(sentence -> sentence.part() == part)
                .forEach(sentence -> code.append(sentence.code()).append('\n'));
        return code.toString();
    }

    @Test
    void every_method_of_law_has_a_sentence() {
        Set<String> methods = new TreeSet<>();
        Arrays.stream(Law.class.getMethods()).map(Method::getName).forEach(methods::add);
        methods.remove("deduct");
        assertThat(methods)
                .allSatisfy(name -> assertThat(code(Sentence.Part.THEN)).contains("law." + name));
    }

    @Test
    void every_move_event_and_fact_is_spoken_of_with_its_fields() {
        String when = code(Sentence.Part.WHEN);
        var missing = new TreeSet<String>();
        Stream.of(
                        Arrays.stream(Move.class.getPermittedSubclasses()),
                        Arrays.stream(EventFact.class.getPermittedSubclasses()),
                        FACTS.stream())
                .flatMap(types -> types)
                .forEach(type -> missing.addAll(missing(type, when)));
        missing.removeAll(APART);
        assertThat(missing).isEmpty();
    }

    private static Set<String> missing(Class<?> type, String when) {
        var missing = new TreeSet<String>();
        String name = type.getSimpleName();
        List<String> patterns =
                when.lines().filter(line -> line.matches(".*\\b" + name + "\\(.*")).toList();
        if (patterns.isEmpty()) {
            missing.add(name);
        }
        for (var field : type.getRecordComponents()) {
            boolean moves = Move.class.isAssignableFrom(type) && field.getName().equals("at");
            String word = ".*\\b" + field.getName() + "\\b.*";
            if (!moves && patterns.stream().noneMatch(line -> line.matches(word))) {
                missing.add(name + "." + field.getName());
            }
        }
        return missing;
    }
}
