package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Outline.Act;
import nomic.code.Outline.Form;
import nomic.code.Outline.Literal;

import org.junit.jupiter.api.Test;

import java.util.List;

final class OutlineTest {
    private static final String CROWN =
            """
            declare Crown
                holder : String
            end

            rule "the crown passes on"
            when
                VoteSettled( adopted, $author : author )
                $crown : Crown( holder != $author )
                not Player( name == $author || name in ("ann", "bob"), !active )
            then
                modify($crown) { setHolder($author) };
                if ($author.length() > 3) {
                    law.award($author, "gold {", 12);
                }
            end

            rule "judged"
                agenda-group "legality"
            when
                $m : Propose( target == 203 )
                accumulate( Player( active, $p : name ); $n : count( $p ); $n > 2 )
                forall( $v : Player( active ) Ballot( voter == $v.name ) )
            then
                law.forbid($m, "not that one");
            end
            """;

    private static Outline outlineOf(String code) {
        return switch (new Checker().compile(0, code)) {
            case Built.Classes classes -> classes.outline();
            case Built.Refused refused -> throw new AssertionError(refused.diagnostics());
        };
    }

    @Test
    void it_has_the_rules_with_their_lines_and_their_group() {
        var rules = outlineOf(CROWN).rules();

        assertThat(rules)
                .extracting(Outline.DrlRule::name)
                .containsExactly("the crown passes on", "judged");
        assertThat(rules).extracting(Outline.DrlRule::line).containsExactly(5, 17);
        assertThat(rules).extracting(Outline.DrlRule::legality).containsExactly(false, true);
    }

    @Test
    void it_has_the_conditions_as_a_tree() {
        var rules = outlineOf(CROWN).rules();
        var passes = rules.getFirst().conditions();
        var judged = rules.getLast().conditions();

        assertThat(passes)
                .extracting(Outline.Condition::form)
                .containsExactly(Form.FACT, Form.FACT, Form.NOT);
        assertThat(passes.get(1).type()).isEqualTo("Crown");
        assertThat(passes.get(1).binding()).isEqualTo("$crown");
        assertThat(passes.get(1).constraints())
                .containsExactly(
                        new Outline.Constraint(
                                "holder != $author", "", "holder", "!=", "$author", List.of()));
        var player = passes.get(2).parts().getFirst();
        assertThat(player.constraints().getFirst().operator()).isEqualTo("||");
        assertThat(player.constraints().getLast().left()).isEqualTo("!active");
        assertThat(judged)
                .extracting(Outline.Condition::form)
                .containsExactly(Form.FACT, Form.ACCUMULATE, Form.FORALL);
        assertThat(judged.get(1).text()).isEqualTo("$n : count($p)");
        assertThat(judged.get(1).constraints().getFirst().operator()).isEqualTo(">");
        assertThat(judged.get(2).parts()).hasSize(2);
    }

    @Test
    void it_has_what_the_consequences_do_and_on_which_lines() {
        var deeds = outlineOf(CROWN).rules().getFirst().deeds();

        assertThat(deeds)
                .containsExactly(
                        new Outline.Deed(
                                Act.MODIFY, "Crown", List.of("setHolder($author)"), List.of(), 11),
                        new Outline.Deed(
                                Act.LAW,
                                "award",
                                List.of("$author", "\"gold {\"", "12"),
                                List.of("if $author.length() > 3"),
                                13));
    }

    @Test
    void it_has_the_literals_and_where_they_stand() {
        assertThat(outlineOf(CROWN).literals())
                .contains(
                        new Literal("ann", false, "Player.name", 9),
                        new Literal("gold {", false, "law.award", 13),
                        new Literal("203", true, "Propose.target", 20));
    }

    @Test
    void it_has_the_declared_types() {
        assertThat(outlineOf(CROWN).types())
                .extracting(DeclaredType::name)
                .containsExactly("Crown");
    }

    @Test
    void every_way_to_write_a_consequence_is_read() {
        var deeds =
                outlineOf(
                                """
                                declare Lot
                                    price : long
                                end
                                rule "a"
                                when
                                    $lot : Lot( $price : price )
                                    $l : java.util.List() from collect( Player( active ) )
                                then
                                    var made = new Lot(3);
                                    insert(made);
                                    modify($lot) { setPrice(4) }
                                    for (Object each : $l) {
                                        law.award(((Player) each).name(), 1);
                                    }
                                    delete($lot);
                                end
                                """)
                        .rules()
                        .getFirst()
                        .deeds();

        assertThat(deeds)
                .extracting(Outline.Deed::act)
                .containsExactly(Act.INSERT, Act.MODIFY, Act.LAW, Act.DELETE);
        assertThat(deeds)
                .extracting(Outline.Deed::name)
                .containsExactly("Lot", "Lot", "award", "Lot");
        assertThat(deeds.get(2).under()).containsExactly("for each each of $l");
    }
}
