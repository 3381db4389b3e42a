package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.script.Table;
import nomic.session.Interpreter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whatever is played, a second interpreter that knows nothing of the first decides the same. */
class RandomPlayTest {
    private static final List<String> PLAYERS = List.of("ann", "bob", "cyd");
    private static final int MOVES = 60;

    private static final List<String> CODES =
            List.of(
                    "",
                    """
                    rule "opposition pays"
                    when
                        VoteClosed( $n : proposal )
                        Ballot( proposal == $n, choice == Choice.AGAINST, $voter : voter )
                    then
                        law.award($voter, law.roll(20));
                    end
                    """,
                    """
                    declare Purse  owner : String  coins : long  log : java.util.List end
                    rule "a purse for each voter"
                    when
                        BallotCast( $p : voter )
                        not Purse( owner == $p )
                    then
                        Purse purse = new Purse();
                        purse.setOwner($p);
                        purse.setLog(new java.util.ArrayList());
                        insert(purse);
                    end
                    rule "a coin for each ballot"
                    when
                        BallotCast( $p : voter, $n : proposal )
                        $purse : Purse( owner == $p, $c : coins )
                    then
                        modify($purse) { setCoins($c + law.roll(6)) }
                        $purse.getLog().add($n);
                    end
                    rule "a rich purse is spent"
                    when
                        $purse : Purse( coins > 15, $p : owner )
                    then
                        law.award($p, "gems", 1);
                        delete($purse);
                    end
                    """,
                    """
                    rule "gifts"
                    when
                        GameStarted()
                    then
                    end
                    rule "everybody may give"
                    when
                        VoteSettled()
                        Player( active, $p : name )
                    then
                        law.offer($p, "give", "Give points", Input.player("to"), Input.number("amount", 1, 5));
                        law.schedule("alms", law.now().plusSeconds(30));
                    end
                    rule "giving"
                    when
                        Act( name == "give", $from : player, $to : text("to"), $n : number("amount") )
                    then
                        law.transfer($from, $to, $n);
                    end
                    rule "alms"
                    when
                        Elapsed( name == "alms" )
                        Holding( asset == "points", amount < 5, $p : owner )
                    then
                        law.award($p, 1);
                    end
                    """,
                    """
                    rule "breaks now and then"
                    when
                        BallotCast( $p : voter )
                    then
                        if (law.roll(3) == 1) { law.award("nobody", 1); }
                    end
                    """,
                    """
                    rule "no ballots against"
                        agenda-group "legality"
                    when
                        $m : Vote( choice == Choice.AGAINST, $p : player )
                        Holding( owner == $p, asset == "gems", amount > 0 )
                    then
                        law.forbid($m, "the rich agree");
                    end
                    """);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_game_of_random_moves_is_decided_the_same_again(long seed) {
        Random random = new Random(seed);
        Table table = new Table(Scripts.INTERPRETER, seed, Instant.parse("2026-01-01T12:00:00Z"));
        var suber = Scripts.RULESETS.get("suber").rules();
        table.open(new Command.CreateGame("random", "suber", suber), PLAYERS);
        for (int i = 0; i < MOVES; i++) {
            move(table, random);
        }
        assertThat(table.history()).anyMatch(each -> each.outcome() instanceof Outcome.Accepted);
        try (Interpreter other = Interpreter.standard()) {
            GameState state = GameState.NONE;
            for (Decided decided : table.history()) {
                Decided again = other.decide(state, decided.envelope());
                assertThat(again.events()).isEqualTo(decided.events());
                assertThat(again.outcome()).isEqualTo(decided.outcome());
                assertThat(again.stateHash()).isEqualTo(decided.stateHash());
                state =
                        Evolution.evolve(
                                state, again.events().stream().map(Occurrence::event).toList());
            }
        }
    }

    private static void move(Table table, Random random) {
        GameState state = table.state();
        String player = PLAYERS.get(random.nextInt(PLAYERS.size()));
        switch (random.nextInt(10)) {
            case 0, 1 -> table.move(mover(state), proposal(state, random));
            case 2 -> table.move(player, new Command.EndTurn());
            case 3 -> table.pass(Duration.ofSeconds(20));
            case 4 -> {
                String to = PLAYERS.get(random.nextInt(PLAYERS.size()));
                Map<String, Object> gift = Map.of("to", to, "amount", 1 + random.nextInt(6));
                table.move(player, new Command.Act("give", gift));
            }
            default -> vote(table, player, random);
        }
    }

    private static String mover(GameState state) {
        return state.turn() == null ? PLAYERS.getFirst() : state.turn().player();
    }

    private static void vote(Table table, String player, Random random) {
        if (!table.state().proposals().isEmpty()) {
            Choice choice = random.nextInt(5) == 0 ? Choice.AGAINST : Choice.FOR;
            int proposal = table.state().proposals().lastKey();
            table.move(player, new Command.Vote(proposal, choice, null));
        }
    }

    private static Command proposal(GameState state, Random random) {
        String code = CODES.get(random.nextInt(CODES.size()));
        var numbers = new ArrayList<Integer>();
        state.rulebook().values().stream()
                .filter(rule -> rule.id() > 300 || rule.id() == 206)
                .forEach(rule -> numbers.add(rule.number()));
        int target = numbers.get(random.nextInt(numbers.size()));
        return switch (random.nextInt(5)) {
            case 0 -> new Command.Propose(Kind.AMEND, target, "Amended", "", code);
            case 1 -> new Command.Propose(Kind.REPEAL, target, "", "", "");
            case 2 -> new Command.Propose(Kind.TRANSMUTE, target, "", "", "");
            default -> new Command.Propose(Kind.ENACT, 0, "Enacted", "", code);
        };
    }
}
