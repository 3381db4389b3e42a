package nomic.server.game;

import nomic.game.CaseEntry;
import nomic.game.DeadlineEntry;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.game.OfferEntry;
import nomic.game.Origin;
import nomic.game.Pause;
import nomic.game.RuleEntry;
import nomic.law.Answer;
import nomic.law.CaseStatus;
import nomic.law.DeadEnd;
import nomic.law.Input;
import nomic.law.Player;
import nomic.law.Standing;
import nomic.law.Turn;
import nomic.log.GameId;
import nomic.log.Games.Snapshot;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A game as clients see it.
 *
 * @param head the sequence number of the last event that is shown here
 * @param quarantine why the game takes no commands; null where it does
 * @param paused since when and why nobody can move; null where players can
 * @param rulebookOf the game from whose rulebook it began; null for that of its ruleset
 * @param winner the first of the winners
 * @param drawn whether rules have ended it without a winner
 * @param ended why its master has ended it; null where no master has
 * @param cases those that are not closed
 * @param precedence what rules in force say of themselves
 * @param deadEnd that nobody can move in the present turn; null where nobody has shown it
 * @param limits what one command may use, by name
 */
record GameView(
        String id,
        String name,
        String ruleset,
        @Nullable Origin rulebookOf,
        String master,
        GameStatus status,
        long head,
        @Nullable String quarantine,
        @Nullable Pause paused,
        List<PlayerView> players,
        @Nullable TurnView turn,
        @Nullable String winner,
        List<String> winners,
        boolean drawn,
        @Nullable String ended,
        List<OfferView> offers,
        List<DeadlineView> deadlines,
        List<CaseSummary> cases,
        List<PrecedenceView> precedence,
        @Nullable DeadEnd deadEnd,
        Map<String, Long> limits) {
    /** A player; of points there is always an amount, of other assets only where a rule gave it. */
    record PlayerView(
            String name,
            boolean bot,
            int seat,
            Standing standing,
            SortedMap<String, Long> holdings) {}

    record TurnView(int number, int circuit, String player) {}

    record OfferView(
            int id, String player, String name, String title, List<Input> inputs, int rule) {}

    /** A case that is not closed. */
    record CaseSummary(
            int number,
            String caller,
            String statement,
            @Nullable Integer rule,
            CaseStatus status,
            @Nullable String judge,
            @Nullable Answer answer) {}

    /** What a rule says of itself: that it yields to another rule, or comes before it. */
    record PrecedenceView(int rule, int other, boolean yields) {}

    record DeadlineView(String name, Instant at, int rule) {}

    /** A game whose players are bots as far as their names are among {@code bots}. */
    static GameView of(GameId id, Snapshot snapshot, Set<String> bots) {
        GameState state = snapshot.state();
        return new GameView(
                id.value(),
                state.name(),
                state.ruleset(),
                state.rulebookOf(),
                state.master(),
                state.status(),
                snapshot.head(),
                snapshot.quarantine(),
                state.paused(),
                players(state, bots),
                turn(state.turn()),
                state.winners().isEmpty() ? null : state.winners().getFirst(),
                state.winners(),
                drawn(state),
                state.ended(),
                state.offers().values().stream().map(offer -> offer(state, offer)).toList(),
                state.deadlines().values().stream()
                        .map(deadline -> deadline(state, deadline))
                        .toList(),
                state.cases().values().stream()
                        .filter(dispute -> dispute.status() != CaseStatus.CLOSED)
                        .map(dispute -> summary(state, dispute))
                        .toList(),
                precedence(state),
                state.deadEnd(),
                limits(state.limits()));
    }

    private static boolean drawn(GameState state) {
        return state.status() == GameStatus.FINISHED
                && state.winners().isEmpty()
                && state.ended() == null;
    }

    private static CaseSummary summary(GameState state, CaseEntry dispute) {
        CaseView view = CaseView.of(state, dispute);
        return new CaseSummary(
                view.number(),
                view.caller(),
                view.statement(),
                view.rule(),
                view.status(),
                view.judge(),
                view.answer());
    }

    private static List<PrecedenceView> precedence(GameState state) {
        var claims = new ArrayList<PrecedenceView>();
        for (RuleEntry rule : state.rulebook().values()) {
            if (rule.inForce()) {
                rule.yieldsTo().forEach(o -> claims.add(claim(state, rule, o, true)));
                rule.comesBefore().forEach(o -> claims.add(claim(state, rule, o, false)));
            }
        }
        return claims;
    }

    private static PrecedenceView claim(
            GameState state, RuleEntry rule, int other, boolean yields) {
        return new PrecedenceView(rule.number(), state.numberOf(other), yields);
    }

    private static Map<String, Long> limits(Limits limits) {
        var amounts = new TreeMap<String, Long>();
        for (Limit limit : Limit.values()) {
            amounts.put(limit.word(), limits.of(limit));
        }
        return amounts;
    }

    private static List<PlayerView> players(GameState state, Set<String> bots) {
        return state.players().values().stream()
                .sorted(Comparator.comparingInt(Player::seat))
                .map(
                        player ->
                                new PlayerView(
                                        player.name(),
                                        bots.contains(player.name()),
                                        player.seat(),
                                        player.standing(),
                                        holdings(state, player.name())))
                .toList();
    }

    private static SortedMap<String, Long> holdings(GameState state, String player) {
        var holdings = new TreeMap<>(state.holdings().getOrDefault(player, new TreeMap<>()));
        holdings.putIfAbsent("points", 0L);
        return holdings;
    }

    private static @Nullable TurnView turn(@Nullable Turn turn) {
        return turn == null ? null : new TurnView(turn.number(), turn.circuit(), turn.player());
    }

    private static OfferView offer(GameState state, OfferEntry entry) {
        var offer = entry.offer();
        return new OfferView(
                offer.id(),
                offer.player(),
                offer.name(),
                offer.title(),
                offer.inputs(),
                state.numberOf(entry.rule()));
    }

    private static DeadlineView deadline(GameState state, DeadlineEntry entry) {
        return new DeadlineView(entry.name(), entry.at(), state.numberOf(entry.rule()));
    }
}
