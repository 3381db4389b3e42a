package nomic.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Check;
import nomic.code.Checker;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every standard sentence, in the shortest law around it, is read in one way and compiles. */
final class StandardSentencesTest {
    private static final int AT_A_TIME = 40;
    private static final Checker CHECKER = new Checker();
    private static final Sentences SENTENCES = Sentences.standard();

    static List<Sentence> sentences() {
        return SENTENCES.all();
    }

    static List<String> texts() {
        var texts = new ArrayList<String>();
        List<Sentence> all = sentences();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            texts.add(
                    all.subList(from, Math.min(all.size(), from + AT_A_TIME)).stream()
                            .map(sentence -> SampleLaw.with(SENTENCES, sentence))
                            .collect(Collectors.joining("\n")));
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void a_sentence_is_read_in_one_way(Sentence sentence) {
        String law = SampleLaw.with(SENTENCES, sentence);
        assertThat(SENTENCES.expand(law)).as(law).isInstanceOf(Expansion.Code.class);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void what_sentences_expand_to_compiles(String text) {
        if (SENTENCES.expand(text) instanceof Expansion.Code(var code, var origins)) {
            Check check = CHECKER.check(1, code);
            assertThat(origins.inSentences(check.diagnostics())).as(text).isEmpty();
            assertThat(check).isInstanceOf(Check.Accepted.class);
        }
    }
}
