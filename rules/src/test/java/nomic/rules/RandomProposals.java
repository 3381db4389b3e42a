package nomic.rules;

import nomic.game.Command;
import nomic.game.GameState;
import nomic.game.RuleEntry;
import nomic.law.Kind;
import nomic.law.RuleStatus;
import nomic.preview.RandomMoves;

import java.util.List;
import java.util.Random;

/**
 * The changes that random players think of: few texts, so that little is compiled twice. They want
 * the game to end: where no rule declares a winner they propose one that does, and they leave the
 * last rule that adopts alone where no other rule guards it.
 */
record RandomProposals(Random random, boolean guarded) implements RandomMoves.Ideas {
    private static final String FAVOUR =
            """
            rule "a vote for what passes earns points"
            when
                VoteClosed( adopted, $n : proposal )
                Ballot( proposal == $n, choice == Choice.FOR, $p : voter )
                Player( name == $p, active )
            then
                law.award($p, 12);
            end
            """;
    private static final String AUTHORS =
            """
            rule "a proposal earns points"
            when
                ProposalMade( $p : author )
                Player( name == $p, active )
            then
                law.award($p, law.roll(6));
            end
            """;
    private static final String GIFTS =
            """
            declare Gift  giver : String  amount : long end

            rule "everybody may give"
            when
                BallotCast( $p : voter )
                Player( name == $p, active )
                Holding( owner == $p, asset == "points", amount > 0 )
                not Gift( giver == $p )
            then
                law.offer($p, "give", "Give points", Input.player("to"), Input.number("amount", 1, 5));
            end

            rule "giving"
            when
                $m : Act( name == "give", $from : player )
            then
                law.transfer($from, $m.text("to"), $m.number("amount"));
                law.withdraw($from, "give");
                insert(new Gift($from, $m.number("amount")));
            end
            """;
    private static final String ALMS =
            """
            rule "alms are due tomorrow"
            when
                VoteSettled()
            then
                law.schedule("alms", law.now().plusSeconds(86400));
            end

            rule "alms"
            when
                Elapsed( name == "alms" )
                Player( active, $p : name )
                not Holding( owner == $p, asset == "points", amount > 5 )
            then
                law.award($p, 5);
            end
            """;
    private static final String NO_PROSE =
            """
            rule "no new rules without a word"
                agenda-group "legality"
            when
                $m : Propose( kind == Kind.ENACT, title == "?" )
            then
                law.forbid($m, "Give it a title.");
            end
            """;
    private static final List<String> CODES =
            List.of(FAVOUR, FAVOUR, FAVOUR, GIFTS, ALMS, NO_PROSE);

    /** From so many rules on they repeal as well: Suber's set has room for few more. */
    private static final int MANY = 38;

    private static final long SCORE = 12;

    @Override
    public Command.Propose next(GameState state) {
        if (random.nextBoolean() && standing(state).size() > MANY) {
            return onRule(state, Kind.REPEAL);
        }
        if (state.rulebook().values().stream().noneMatch(rule -> wins(rule))) {
            return random.nextBoolean() ? win(Kind.ENACT, 0) : custom();
        }
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> enact(guarded ? anyOf(CODES) : AUTHORS);
            case 5 -> onRule(state, Kind.REPEAL);
            case 6 -> onRule(state, Kind.TRANSMUTE);
            case 7 -> onRule(state, Kind.AMEND);
            case 8, 9, 10, 11, 12 -> lowered(state);
            case 13 -> new Command.Propose(Kind.ENACT, 0, "?", "", "");
            default -> custom();
        };
    }

    private static List<RuleEntry> standing(GameState state) {
        return state.rulebook().values().stream()
                .filter(rule -> rule.status() != RuleStatus.REPEALED)
                .toList();
    }

    private static boolean wins(RuleEntry rule) {
        return rule.inForce() && rule.text().calls().contains("declareWinner");
    }

    @Override
    public Command.Propose custom() {
        return new Command.Propose(Kind.ENACT, 0, "A custom", "We greet each other.", "");
    }

    private Command.Propose enact(String code) {
        return new Command.Propose(Kind.ENACT, 0, "A change", "", code);
    }

    private Command.Propose win(Kind kind, int target) {
        String code =
                """
                rule "some points win"
                when
                    Holding( asset == "points", amount >= %d, $p : owner )
                    Player( name == $p, active )
                then
                    law.declareWinner($p, "points");
                end
                """
                        .formatted(SCORE);
        return new Command.Propose(kind, target, "A goal", "", code);
    }

    /** An amendment of a rule that names the winner, or a new one. */
    private Command.Propose lowered(GameState state) {
        return state.rulebook().values().stream()
                .filter(RandomProposals::wins)
                .findFirst()
                .map(rule -> win(Kind.AMEND, rule.number()))
                .orElseGet(() -> win(Kind.ENACT, 0));
    }

    private Command.Propose onRule(GameState state, Kind kind) {
        List<RuleEntry> rules =
                standing(state).stream()
                        .filter(rule -> guarded || !rule.text().calls().contains("adopt"))
                        .toList();
        return rules.isEmpty() ? custom() : change(kind, anyOf(rules).number());
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Command.Propose change(Kind kind, int target) {
        return new Command.Propose(kind, target, "Changed", "", "");
    }
}
