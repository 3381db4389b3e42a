package nomic.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import nomic.game.Command;
import nomic.law.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleFileTest {
    private static final String FILE =
            """
            /*
            number: 201
            title: Turns: go round the table
            class: mutable

            One paragraph.

            Another one.
            */
            rule "turns"
            """;

    @Test
    void a_rule_has_number_title_class_prose_and_code() {
        assertThat(RuleFile.read("201.drl", FILE).foundingRule())
                .isEqualTo(
                        new Command.FoundingRule(
                                201,
                                "Turns: go round the table",
                                true,
                                "One paragraph.\n\nAnother one.",
                                "rule \"turns\"\n"));
    }

    @Test
    void the_code_begins_on_the_line_after_the_header() {
        assertThat(RuleFile.read("201.drl", FILE).bodyLine()).isEqualTo(10);
    }

    @Test
    void line_breaks_of_other_systems_change_nothing() {
        RuleFile windows = RuleFile.read("201.drl", FILE.replace("\n", "\r\n"));
        assertThat(windows).isEqualTo(RuleFile.read("201.drl", FILE));
    }

    @Test
    void a_rule_may_be_prose_alone() {
        String prose = FILE.substring(0, FILE.indexOf("*/") + 2);
        assertThat(RuleFile.read("201.drl", prose).foundingRule().code()).isEmpty();
    }

    @Test
    void a_proposal_has_kind_and_target() {
        String file = FILE.replace("number: 201", "kind: amend\ntarget: 207");
        Command.Propose proposal = RuleFile.read("x.drl", file).proposal();
        assertThat(proposal.kind()).isEqualTo(Kind.AMEND);
        assertThat(proposal.target()).isEqualTo(207);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    number: 201    | number: two       | 201.drl:2: number is two.
                    title: Turns: go round the table | title: | 201.drl:3: The title is missing.
                    title: Turns: go round the table | class: mutable | There are two lines class.
                    class: mutable | class: eternal    | 201.drl:4: The class is eternal.
                    class: mutable | colour: red       | 201.drl:4: The header has a line
                    class: mutable | mutable           | 201.drl:4: The header has a line
                    number: 201    | class: mutable    | 201.drl:4: There are two lines class.
                    """)
    void a_broken_header_is_named_by_file_and_line(String part, String broken, String message) {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(
                        () -> RuleFile.read("201.drl", FILE.replace(part, broken)).foundingRule())
                .withMessageContaining(message);
    }

    @Test
    void a_file_without_a_header_says_how_to_begin() {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> RuleFile.read("x.drl", "rule \"turns\""))
                .withMessage(
                        "x.drl:1: There is no header. Begin the file with /*, and a line title:"
                                + " ...");
    }
}
