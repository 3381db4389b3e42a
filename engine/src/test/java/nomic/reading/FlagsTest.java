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
        var draft =
                new Draft(
                        kind,
                        title,
                        prose,
                        code,
                        Attachments.NONE,
                        target,
                        new TreeSet<>(Set.of("ann", "bob", "lil")),
                        new TreeSet<>());
        if (code.isBlank()) {
            return Flags.of(draft, Outline.NONE);
        }
        var classes = compiled(code);
        return Flags.of(draft.calling(classes.calls()), classes.outline());
    }

    private static Built.Classes compiled(String code) {
        return switch (CHECKER.compile(0, code)) {
            case Built.Classes classes -> classes;
            case Built.Refused refused -> throw new AssertionError(refused.diagnostics());
        };
    }

    private static Target target(int number, String code) {
        var classes = compiled(code);
        return new Target(number, number, code, classes.calls(), classes.outline());
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
                    law.removePlayer($p, "so");              | CHANGES_VOTING
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
    void what_a_change_takes_away_is_flagged() {
        var target =
                target(
                        203,
                        WHEN_SETTLED.formatted("law.adopt(301); law.declareWinner($p, \"so\");"));

        assertThat(flags(Kind.REPEAL, "Tidy up", "", "", target))
                .extracting(Flag::name, Flag::where, Flag::sentence)
                .containsExactly(
                        tuple(
                                Name.CHANGES_VOTING,
                                Where.TARGET,
                                "It repeals rule 203, which can adopt proposals."),
                        tuple(
                                Name.CAN_END_GAME,
                                Where.TARGET,
                                "It repeals rule 203, which can end the game with a winner."),
                        tuple(Name.CHANGES_RULES, Where.TARGET, "It repeals rule 203."));
    }

    @ParameterizedTest
    @CsvSource({
        "AMEND, It rewrites rule 208.",
        "REPEAL, It repeals rule 208.",
        "TRANSMUTE, It changes the class of rule 208."
    })
    void every_change_of_a_rule_is_flagged(Kind kind, String sentence) {
        assertThat(flags(kind, "Rule 208", "", "", target(208, WHEN_SETTLED.formatted(""))))
                .filteredOn(flag -> flag.name() == Name.CHANGES_RULES)
                .extracting(Flag::sentence)
                .containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Vote()                                                  | law.forbid($m, "no");
                    Move()                                                  | law.forbid($m, "no");
                    Claim( kind == ClaimKind.ADOPT )                        | law.forbid($m, "no");
                    Claim( kind in (ClaimKind.STANDING, ClaimKind.BALLOT) ) | law.permit($m, "so");
                    Claim( kind != ClaimKind.HOLDING )                      | law.forbid($m, "no");
                    Claim( rule == 203 )                                    | law.forbid($m, "no");
                    """)
    void repealing_what_judges_votes_changes_voting(String judged, String verdict) {
        var code =
                "rule \"a\"\n    agenda-group \"legality\"\nwhen\n    $m : %s\nthen\n    %s\nend\n"
                        .formatted(judged, verdict);

        assertThat(flags(Kind.REPEAL, "Tidy up", "", "", target(105, code)))
                .extracting(Flag::name, Flag::where)
                .containsExactly(
                        tuple(Name.CHANGES_VOTING, Where.TARGET),
                        tuple(Name.CHANGES_RULES, Where.TARGET));
        assertThat(names(flags(Kind.ENACT, "Of votes", "", code, null)))
                .containsExactly(Name.CHANGES_VOTING, Name.JUDGES_MOVES);
    }

    @Test
    void a_target_that_cannot_be_read_is_flagged_by_its_calls() {
        var unread = new Target(203, 203, "code", Set.of("adopt", "forbid"), null);

        assertThat(flags(Kind.REPEAL, "Tidy up", "", "", unread))
                .extracting(Flag::sentence)
                .contains(
                        "It repeals rule 203, which can adopt proposals.",
                        "It repeals rule 203, which may judge ballots or the end of a vote.",
                        "It repeals rule 203, whose code cannot be read just now.");
    }

    @Test
    void a_deed_behind_hundreds_of_others_is_flagged() {
        var flags = enacting("Hours", "law.now(); ".repeat(200) + "law.declareWinner($p, \"so\");");

        assertThat(names(flags)).containsExactly(Name.CAN_END_GAME, Name.UNREAD_CODE);
    }

    @Test
    void a_name_behind_thousands_of_texts_leaves_code_unread() {
        var deeds = new StringBuilder();
        for (int i = 0; i < 2_100; i++) {
            deeds.append("s = \"").append(i).append("\"; ");
        }

        assertThat(names(enacting("Texts", "String s = \"\"; " + deeds)))
                .contains(Name.UNREAD_CODE);
    }

    @Test
    void a_call_that_only_the_class_files_show_is_flagged() {
        var code = WHEN_SETTLED.formatted("law.now();");
        var draft = Draft.of("Hours", "", code).calling(new TreeSet<>(Set.of("award", "now")));

        assertThat(Flags.of(draft, compiled(code).outline()))
                .extracting(Flag::name, Flag::line)
                .containsExactly(tuple(Name.TOUCHES_HOLDINGS, 0), tuple(Name.UNREAD_CODE, 0));
    }

    @Test
    void no_flag_is_pushed_out_by_many_of_another_name() {
        var flags =
                enacting(
                        "Votes and victory",
                        "law.adopt(301);\n".repeat(60) + "law.declareWinner($p, \"so\");");

        assertThat(flags).hasSize(50);
        assertThat(names(flags)).containsExactly(Name.CHANGES_VOTING, Name.CAN_END_GAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    String w = "bob"; law.award(w, 9);
                    if ($p.equals("bob")) { law.announce("hello"); }
                    law.announce("b" + ("o" + "b"));
                    law.announce("bob".trim());
                    """)
    void a_player_is_found_wherever_the_name_stands(String deed) {
        assertThat(enacting("Words", deed))
                .filteredOn(flag -> flag.name() == Name.NAMES_PLAYER)
                .extracting(Flag::line)
                .containsExactly(5);
    }

    @Test
    void a_player_is_found_outside_of_rules_and_in_long_conditions() {
        var code =
                """
                // "lil" in a comment is nobody
                declare Friend
                    name : String = "ann"
                end
                function boolean isFriend(String name) {
                    return name.equals("bob");
                }
                rule "a"
                when
                    VoteSettled( $p : author )
                    eval( $p.length() > 0 && %s isFriend($p) && !$p.equals("Ann") )
                then
                    insert(new Friend($p));
                end
                """
                        .formatted("$p.length() > 0 && ".repeat(20));

        assertThat(flags(Kind.ENACT, "Friends", "", code, null))
                .filteredOn(flag -> flag.name() == Name.NAMES_PLAYER)
                .extracting(Flag::line)
                .containsExactly(3, 6, 11);
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
        var target = target(208, WHEN_SETTLED.formatted(""));

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
