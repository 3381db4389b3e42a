package nomic.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import nomic.code.Built;
import nomic.code.Checker;
import nomic.code.Outline;
import nomic.game.Attachments;
import nomic.law.Kind;
import nomic.reading.Draft.Target;
import nomic.reading.Flag.Name;
import nomic.reading.Flag.Where;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

final class FlagsTest {
    private static final Checker CHECKER = new Checker();
    private static final String WHEN_SETTLED =
            "rule \"a\"\nwhen\n    VoteSettled( $p : author )\nthen\n    %s\nend\n";

    private static List<Flag> flags(
            Kind kind, String title, String prose, String code, @Nullable Target target) {
        Outline outline =
                code.isBlank()
                        ? Outline.NONE
                        : switch (CHECKER.compile(0, code)) {
                            case Built.Classes classes -> classes.outline();
                            case Built.Refused refused ->
                                    throw new AssertionError(refused.diagnostics());
                        };
        return Flags.of(
                new Draft(
                        kind,
                        title,
                        prose,
                        code,
                        Attachments.NONE,
                        target,
                        new TreeSet<>(Set.of("ann", "bob", "lil"))),
                outline);
    }

    private static List<Flag> enacting(String title, String deed) {
        return flags(Kind.ENACT, title, "", WHEN_SETTLED.formatted(deed), null);
    }

    private static Set<Name> names(List<Flag> flags) {
        var names = new TreeSet<Name>();
        flags.forEach(flag -> names.add(flag.name()));
        return names;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    law.award($p, 3);                        | TOUCHES_HOLDINGS
                    law.deduct($p, "coins", 3);              | TOUCHES_HOLDINGS
                    law.transfer("Ann", $p, 3);              | NAMES_PLAYER, TOUCHES_HOLDINGS
                    law.declareWinner($p, "so");             | CAN_END_GAME
                    law.declareDraw("so");                   | CAN_END_GAME
                    law.adopt(301);                          | CHANGES_VOTING
                    law.castBallot(301, $p, Choice.FOR);     | CHANGES_VOTING
                    law.setStanding("bob", Standing.IDLE);   | CHANGES_VOTING, NAMES_PLAYER
                    law.suspend(203, "so");                  | CHANGES_RULES
                    law.prevailOver(112);                    | CHANGES_RULES
                    law.announce("hello");                   | ''
                    """)
    void what_the_code_does_is_flagged_in_its_line(String deed, String expected) {
        var flags = enacting("Votes, victory and all that", deed);

        assertThat(names(flags).toString()).isEqualTo("[" + expected + "]");
        assertThat(flags).allSatisfy(flag -> assertThat(flag.line()).isEqualTo(5));
        assertThat(flags).allSatisfy(flag -> assertThat(flag.where()).isEqualTo(Where.CODE));
    }

    @Test
    void a_rule_that_judges_ballots_changes_voting() {
        var code =
                """
                rule "no votes of bob"
                    agenda-group "legality"
                when
                    $m : Vote( player == "bob" )
                then
                    law.forbid($m, "not you");
                end
                """;
        var flags = flags(Kind.ENACT, "Votes", "", code, null);

        assertThat(names(flags))
                .containsExactly(Name.CHANGES_VOTING, Name.NAMES_PLAYER, Name.JUDGES_MOVES);
    }

    @Test
    void what_a_repeal_takes_away_is_flagged() {
        var target = new Target(203, "", Set.of("adopt", "declareWinner"));

        assertThat(flags(Kind.REPEAL, "Tidy up", "", "", target))
                .extracting(Flag::name, Flag::where)
                .containsExactly(
                        tuple(Name.CHANGES_VOTING, Where.TARGET),
                        tuple(Name.CAN_END_GAME, Where.TARGET));
    }

    @Test
    void a_rule_in_words_alone_says_so() {
        assertThat(names(flags(Kind.ENACT, "Tea at five", "There is tea.", "", null)))
                .containsExactly(Name.NO_CODE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A small bonus for all            | law.deduct($p, 10);
                    A reward for authors             | law.award($p, -10);
                    A fine for long speeches         | law.award($p, 10);
                    Correct a typo                   | law.award($p, 10);
                    A motto, only words              | law.award($p, 10);
                    Tea for everybody                | law.declareWinner($p, "tea");
                    Tea for everybody                | law.adopt(301);
                    Repeal rule 204                  | law.award($p, 10);
                    """)
    void a_title_that_says_something_else_is_flagged(String title, String deed) {
        assertThat(names(enacting(title, deed))).contains(Name.TITLE_DIFFERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A small bonus for all            | law.award($p, 10);
                    A tax on authors                 | law.deduct($p, 10);
                    A tax for the poor               | law.transfer($p, "bob", 1);
                    Who wins?                        | law.declareWinner($p, "tea");
                    A quicker vote                   | law.adopt(301);
                    Better than rule 204             | law.award($p, 10);
                    A bonus paid by the others       | law.transfer($p, "bob", 1);
                    """)
    void an_honest_title_is_not(String title, String deed) {
        assertThat(names(enacting(title, deed))).doesNotContain(Name.TITLE_DIFFERS);
    }

    @Test
    void a_title_that_names_another_rule_than_the_target_is_flagged() {
        var target = new Target(208, "", Set.of());

        assertThat(
                        flags(
                                Kind.AMEND,
                                "Amend rule 206",
                                "",
                                WHEN_SETTLED.formatted("law.award($p, 1);"),
                                target))
                .extracting(Flag::sentence)
                .contains("The title names rule 206, and the change is to rule 208.");
        assertThat(
                        names(
                                flags(
                                        Kind.AMEND,
                                        "Amend rules 206 and 208",
                                        "",
                                        WHEN_SETTLED.formatted("law.award($p, 1);"),
                                        target)))
                .doesNotContain(Name.TITLE_DIFFERS);
    }

    @Test
    void characters_that_nobody_sees_are_flagged_where_they_stand() {
        var flags = flags(Kind.ENACT, "Tea\u200b time", "One\ntwo \u202etfel\n", "", null);

        assertThat(flags)
                .filteredOn(flag -> flag.name() == Name.HIDDEN_CHARACTERS)
                .extracting(Flag::where, Flag::line)
                .containsExactly(tuple(Where.TITLE, 1), tuple(Where.PROSE, 2));
        assertThat(flags)
                .allSatisfy(flag -> assertThat(flag.sentence()).doesNotContain("\u200b", "\u202e"));
    }

    @ParameterizedTest
    @CsvSource({"pаyment", "bοnus", "ｂｏｎｕｓ", "𝐛𝐨𝐧𝐮𝐬"})
    void words_that_are_not_what_they_look_like_are_flagged(String word) {
        assertThat(names(flags(Kind.ENACT, "A " + word, "", "", null))).contains(Name.LOOK_ALIKE);
    }

    @ParameterizedTest
    @CsvSource({"Премия за голос", "naïve café", "ボーナス点", "Über Größe", "❤\uFE0F love", "x² + y²"})
    void honest_words_of_other_alphabets_are_not(String title) {
        assertThat(names(flags(Kind.ENACT, title, "", "", null))).containsExactly(Name.NO_CODE);
    }

    @Test
    void a_name_that_looks_like_that_of_a_player_is_flagged() {
        var flags = enacting("For all", "law.award(\"1il\", 10);");

        assertThat(names(flags)).contains(Name.LOOK_ALIKE);
        assertThat(names(flags)).doesNotContain(Name.NAMES_PLAYER);
    }

    @Test
    void a_type_that_looks_like_a_fact_of_the_law_is_flagged() {
        var code =
                """
                declare PIayer
                    name : String
                end
                rule "a"
                when
                    PIayer( $p : name )
                then
                    law.announce($p);
                end
                """;

        assertThat(flags(Kind.ENACT, "For all", "", code, null))
                .extracting(Flag::sentence)
                .contains("“PIayer” looks like “Player” and is another name.");
    }
}
