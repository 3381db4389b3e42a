package nomic.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SentencesTest {
    @Test
    void the_first_law_of_all_reads_as_code() {
        assertThat(
                        code(
                                """
                                When a player votes against a change that is adopted
                                Then that player gets 10 points
                                """))
                .isEqualTo(
                        """
                        rule "a player votes against a change that is adopted"
                        when
                            VoteClosed( adopted, $proposal : proposal, $author : author )
                            Ballot( proposal == $proposal, choice == Choice.AGAINST, $player : voter )
                        then
                            law.award($player, "points", 10);
                        end
                        """);
    }

    @Test
    void a_law_with_a_verdict_stands_in_the_group_legality() {
        assertThat(
                        code(
                                """
                                When a player proposes
                                 and it is not that player's turn
                                Then that is forbidden because "it is not your turn"
                                """))
                .isEqualTo(
                        """
                        rule "a player proposes"
                            agenda-group "legality"
                        when
                            $it : Propose( $player : player )
                            Turn( player != $player )
                        then
                            law.forbid($it, "it is not your turn");
                        end
                        """);
    }

    private static String code(String text) {
        return switch (Sentences.standard().expand(text)) {
            case Expansion.Code(var code, _) -> code;
            case Expansion.Refused(var remarks) -> remarks.toString();
        };
    }
}
