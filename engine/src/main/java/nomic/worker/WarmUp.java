package nomic.worker;

import nomic.code.Built;
import nomic.code.RuleCompiler;
import nomic.game.Attachments;
import nomic.game.Command;
import nomic.game.Decider;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.script.Table;

import java.time.Instant;
import java.util.List;

/**
 * A small game and some checks, after which a process has the classes, files and libraries that
 * such work needs: it does the next piece of it in a fraction of the time, and can be confined.
 */
final class WarmUp {
    /** Changes are adopted by all; whoever makes one throws a die and gets a point. */
    private static final List<String> RULES =
            List.of(
                    """
                    rule "adopted by all"
                    when
                        $p : Proposal( open, $n : number )
                        exists Player( active )
                        forall( $v : Player( active )  Ballot( proposal == $n, voter == $v.name ) )
                    then
                        law.adopt($p);
                    end
                    """,
                    """
                    declare Share  owner : String @key  points : int  end

                    query sharesOf( String name )
                        Share( owner == name )
                    end

                    function int half(int points) { return points / 2; }

                    rule "a change is honoured"
                    when
                        ProposalMade( $who : author )
                        accumulate( Player( active, $seat : seat ); $players : count($seat) )
                        not Holding( owner == $who, asset matches "[a-z]{20}" )
                    then
                        law.roll(6);
                        law.award($who, 1);
                    end
                    """);

    private static final String MISTAKEN =
            """
            rule "mistaken"
            when
                Player( nme == "ann" )
            then
                law.award("ann", "one");
            end
            """;

    private static final String SENTENCES =
            """
            When a player has ended the turn
            Then that player is honoured
            """;

    private static final String DSL =
            """
            [then]{player} is honoured=law.award({player}, "honours", 1);
            """;

    private WarmUp() {}

    /** Has the rules compiled, and one with a mistake refused. */
    static void check(RuleCompiler compiler) {
        for (String code : RULES) {
            require(compiler.compile(1, code) instanceof Built.Classes, "An honest rule");
        }
        require(compiler.compile(1, MISTAKEN) instanceof Built.Refused, "A mistake");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what + " was misjudged in the warm-up");
        }
    }

    /** Answers the table after the last move. */
    static Table play(Decider decider) {
        var table = new Table(decider, 1, Instant.EPOCH);
        List<String> players = List.of("ann", "bob");
        table.open(new Command.CreateGame("warm-up", "none", List.of(rule(1), rule(2))), players);
        int number = table.state().nextProposal();
        var attachments = new Attachments(SENTENCES, DSL, "");
        table.move("ann", new Command.Propose(Kind.ENACT, 0, "Again", "", "", attachments));
        table.poll(new Command.Vote(number, Choice.FOR, null));
        table.move("ann", new Command.EndTurn());
        require(table.state().rulebook().size() == 3, "A change");
        return table;
    }

    private static Command.FoundingRule rule(int number) {
        return new Command.FoundingRule(number, "Rule " + number, true, "", RULES.get(number - 1));
    }
}
