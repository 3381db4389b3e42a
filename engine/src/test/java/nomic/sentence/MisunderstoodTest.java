package nomic.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Diagnostic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What is said of texts that are no laws, and that it is said soon. */
final class MisunderstoodTest {
    private static final Sentences SENTENCES = Sentences.standard();

    private static List<Diagnostic> remarks(String text) {
        return remarks(SENTENCES, text);
    }

    private static List<Diagnostic> remarks(Sentences sentences, String text) {
        return sentences.expand(text) instanceof Expansion.Refused(var remarks)
                ? remarks
                : List.of();
    }

    private static Diagnostic remark(String text) {
        List<Diagnostic> remarks = remarks(text);
        assertThat(remarks).as(text).hasSize(1);
        return remarks.getFirst();
    }

    private static Sentences with(String dsl) {
        return switch (SENTENCES.with("rule 305", dsl)) {
            case Sentences.Added.Fine(Sentences sentences) -> sentences;
            case Sentences.Added.Refused(var remarks) -> throw new AssertionError(remarks);
        };
    }

    private static Diagnostic wrong(String dsl) {
        assertThat(SENTENCES.with("rule 305", dsl)).isInstanceOf(Sentences.Added.Refused.class);
        return ((Sentences.Added.Refused) SENTENCES.with("rule 305", dsl)).diagnostics().getFirst();
    }

    @Test
    void the_nearest_sentences_are_named() {
        Diagnostic remark =
                remark(
                        "When a player votes against an adopted change\n"
                                + "Then that player gets 1 point");
        assertThat(remark.code()).isEqualTo("no-sentence");
        assertThat(remark.hint()).contains("a player votes against a change that is adopted");
    }

    @Test
    void words_that_do_not_fit_a_place_are_pointed_at() {
        Diagnostic remark = remark("When a turn has begun\nThen everybody gets 10 points");
        assertThat(remark.code()).isEqualTo("wrong-words");
        assertThat(remark.line()).isEqualTo(2);
        assertThat(remark.column()).isEqualTo(6);
        assertThat(remark.message()).contains("\"everybody\"", "{player}");
        assertThat(remark.hint()).contains("for every active player");
    }

    @Test
    void a_sentence_of_the_other_part_is_told_apart() {
        assertThat(remarks("When that player gets 10 points\nThen the game has begun"))
                .extracting(Diagnostic::code)
                .containsExactly("wrong-part", "wrong-part");
    }

    @Test
    void that_player_needs_a_player_above() {
        Diagnostic remark = remark("When a turn has begun\nThen that player gets 1 point");
        assertThat(remark.code()).isEqualTo("names-nothing");
        assertThat(remark.message()).contains("that player");
        assertThat(remark.hint()).contains("such as");
    }

    @Test
    void two_players_cannot_both_be_that_player() {
        Diagnostic remark =
                remark(
                        "When a player joins\nand a player has some coins\n"
                                + "Then that player gets 1 point");
        assertThat(remark.code()).isEqualTo("named-twice");
        assertThat(remark.line()).isEqualTo(2);
    }

    @Test
    void a_text_without_when_or_then_is_told_the_shape() {
        assertThat(remark("Players get ten points").hint()).contains("When", "Then");
        assertThat(remark("When a turn has begun").message()).contains("no Then");
        assertThat(remark("").message()).contains("no law");
    }

    @Test
    void the_habits_of_beginners_are_met() {
        assertThat(remark("If a player joins\nThen that player gets 1 point").message())
                .contains("\"if\"");
        assertThat(remark("When a player joins, then that player gets 1 point").message())
                .contains("middle of a line");
        assertThat(
                        remark("When a player has 100 points\nThen that player wins because \"so\"")
                                .hint())
                .contains("a player has at least {number} {asset}");
        assertThat(remark("When a player joins\nThen that player receives 20 coins").hint())
                .contains("{player} gets {number} {asset}");
        assertThat(remark("When a turn has begun\nThen that player gets 1 point").hint())
                .contains("the turn of a player has begun");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    When someone proposes to change rule 203 | Then "ann" gets 1 point | "someone" is no word | Write "a player"
                    When bob votes | Then "ann" gets 1 point | "bob" is no word | that player is the same as "bob"
                    When a player votes | Then this is forbidden because "no" | "this" is no word | Write "that"
                    When a player takes the action "x" | Then that player loses the number given as amount points | "amount" has no quotes | given as "amount"
                    When a player votes | and at least half of the active players are for that proposal \\n Then that player gets 1 point | cannot stand for {number} | percent
                    Every week everybody gets 1 point | | does not begin with "every" | comes in a week
                    """)
    void what_newcomers_write_is_met_with_what_to_write(
            String first, String second, String message, String hint) {
        String more = second == null ? "" : second.replace("\\n", "\n");
        Diagnostic remark = remarks(first + "\n" + more).getFirst();
        assertThat(remark.message()).contains(message);
        assertThat(remark.hint()).contains(hint);
    }

    @Test
    void words_with_other_endings_and_typing_errors_are_near() {
        assertThat(remark("When a player vote\nThen that player gets 1 point").hint())
                .contains("\"a player votes\"");
        assertThat(remark("When a player joins\nThen that player get 1 point").hint())
                .contains("{player} gets {number} {asset}");
        assertThat(remark("When a palyer joins\nThen \"ann\" gets 1 point").hint())
                .contains("a player joins");
    }

    @Test
    void two_sentences_on_a_line_are_told_apart() {
        Diagnostic and =
                remark("When a player joins and it is circuit 2\nThen that player gets 1 point");
        assertThat(and.message()).isEqualTo("Two sentences stand on one line.");
        assertThat(and.column()).isEqualTo(21);
        assertThat(
                        remark(
                                        "When a player joins\n"
                                                + "Then that player gets 1 point and that player"
                                                + " loses 2 coins")
                                .hint())
                .contains("new line");
        assertThat(
                        remark("When a player joins or a player votes\nThen \"ann\" gets 1 point")
                                .hint())
                .contains("two laws");
        assertThat(
                        remark("When a player joins\nor a player votes\nThen \"ann\" gets 1 point")
                                .hint())
                .contains("two laws");
    }

    @Test
    void quotes_of_other_countries_are_quotes() {
        for (String quoted : List.of("„Hello“", "«Hello»", "»Hello«", "“Hello”")) {
            assertThat(SENTENCES.expand("When a turn has begun\nThen everybody is told " + quoted))
                    .isInstanceOf(Expansion.Code.class);
        }
        String told = "When a turn has begun\nThen everybody is told ";
        assertThat(remark(told + "'Hello'").hint()).contains("write \"Hello\"");
        assertThat(remark(told + "Hello all").hint()).contains("write \"Hello all\"");
        assertThat(remark(told + "\"Hello").hint()).contains("not closed");
        assertThat(remark(told + "\"say \\\"Hello\\\" to all\"").hint())
                .contains("no double quotes");
    }

    @Test
    void numbers_and_things_are_written_in_one_piece() {
        String gets = "When a player joins\nThen that player gets ";
        assertThat(remark(gets + "1,000 points").hint()).contains("1000");
        assertThat(remark(gets + "2.5 points").hint()).contains("whole");
        assertThat(remark(gets + "10 gold coins").hint()).contains("write gold-coins");
        assertThat(SENTENCES.expand(gets + "10 gold-coins")).isInstanceOf(Expansion.Code.class);
    }

    @Test
    void what_stands_above_a_law_is_explained() {
        assertThat(remark("/*\nHello\n*/\nWhen a turn has begun").hint()).contains("title: ...");
        assertThat(remark("title: Hello\nWhen a turn has begun").hint()).contains("/* and */");
        assertThat(remark("If a player joins\nThen that player gets 1 point").hint())
                .contains("Write When");
    }

    @Test
    void a_line_that_reads_two_ways_names_both_sentences() {
        Sentences sentences =
                with("[then]{player} gets {number} coins=law.award({player}, {number});\n");
        String law = "When a player joins\nThen that player gets 10 coins";
        assertThat(SENTENCES.expand(law)).isInstanceOf(Expansion.Code.class);
        assertThat(remarks(sentences, law))
                .satisfiesExactly(
                        remark ->
                                assertThat(remark.message())
                                        .contains("{asset}", "coins", "standard", "rule 305"));
    }

    @Test
    void no_regular_expression_comes_in() {
        assertThat(wrong("[then]{player} gets {n:\\d+} more=x {player} {n:\\d+}").line())
                .isEqualTo(1);
        assertThat(wrong("# remark\n[then](a+)+ b=x").line()).isEqualTo(2);
        assertThat(wrong("[then]{player}=x {player}").message()).contains("no words of its own");
        assertThat(wrong("[keyword]so=rule").message()).contains("keyword");
        assertThat(wrong("[then]{player} flies=law.fly();").message()).contains("does not use");
        assertThat(wrong("[then]{player} flies=law.fly({bird}, {player});").message())
                .contains("{bird}");
        assertThat(wrong("[then]go=go").hint()).contains("again");
        assertThat(wrong("nonsense").hint()).contains("[when]");
        assertThat(wrong("[*]so=1").hint()).contains("player", "number");
    }

    static Stream<String> hostile() {
        var random = new Random(7);
        var noise = new StringBuilder();
        for (int i = 0; i < 15_000; i++) {
            noise.append((char) random.nextInt(1, 0x3000));
        }
        String words = "half of twice 1 plus 1 times 1 minus ";
        return Stream.of(
                "x".repeat(1_000_000),
                "\n".repeat(1_000_000),
                "When ".repeat(3_000),
                "When " + "a player has at least ".repeat(20) + "\nThen x",
                ("When a player joins\nThen that player gets " + words.repeat(12) + "1 coins\n")
                        .repeat(25),
                "When \"" + "\"\\\"".repeat(200) + "\nThen x",
                "When {player} {player}\nThen {number}",
                "When a player joins\nThen > }\n" + "end rule \"x\" when then ".repeat(19),
                "Law \"" + "y".repeat(400) + "\"\nWhen x\nThen y",
                "When " + "if the die shows at least ".repeat(19) + "\nThen x",
                noise.toString());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void garbage_is_refused_within_the_budget(String text) {
        assertThat(SENTENCES.expand(text)).isInstanceOf(Expansion.Refused.class);
        assertThat(SENTENCES.with("rule 305", text)).isInstanceOf(Sentences.Added.Refused.class);
    }

    @Test
    void sentences_that_nest_without_end_run_out_of_steps() {
        var dsl = new StringBuilder();
        for (char c = 'a'; c <= 'z'; c++) {
            dsl.append("[*][number]").append("{a} ").append("x {b} x {c}=").append(c);
            dsl.append("({a}, {b}, {c})\n");
        }
        String line = "When a player joins\nThen that player gets " + "x ".repeat(200) + "coins\n";
        assertThat(remarks(with(dsl.toString()), line.repeat(20))).isNotEmpty();
    }
}
