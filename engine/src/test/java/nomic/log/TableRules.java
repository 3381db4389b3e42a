package nomic.log;

import nomic.game.Cause;
import nomic.game.Command;
import nomic.game.DeadlineEntry;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.game.Texts;
import nomic.game.Undecidable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * A small game in plain Java. Players join, propose and vote; {@code roll} throws a die by the
 * seed, {@code wake} sets a deadline some seconds ahead, {@code break} is a bug of the rules,
 * {@code kill} ends processes. A deadline {@code again} sets itself for the same moment, {@code
 * often} for a second later, and {@code x+30} sets {@code x} for thirty seconds later.
 */
final class TableRules implements Decider {
    /** To which all deadlines belong. */
    private static final int RULE = 101;

    @Override
    public Decided decide(GameState state, Envelope envelope) {
        List<Event> events = events(state, envelope);
        boolean refused = events.isEmpty();
        Outcome outcome =
                refused
                        ? new Outcome.Refused(
                                new Refusal.Malformed(
                                        Refusal.Problem.BAD_ARGUMENT, "It cannot be done.", ""))
                        : new Outcome.Accepted();
        GameState after = Evolution.evolve(state, events);
        return new Decided(
                envelope,
                outcome,
                events.stream().map(event -> new Occurrence(event, cause(envelope))).toList(),
                after,
                state.rulebookHash(),
                after.hash(),
                new TreeMap<>());
    }

    private static Cause cause(Envelope envelope) {
        return new Cause.ByMove(envelope.command().getClass().getSimpleName());
    }

    private static List<Event> events(GameState state, Envelope envelope) {
        String player = envelope.player();
        return switch (envelope.command()) {
            case Command.ForkGame _ -> List.of();
            case Command.CreateGame create ->
                    state.exists()
                            ? List.of()
                            : List.of(
                                    new Event.GameCreated(
                                            create.name(),
                                            create.ruleset(),
                                            player,
                                            founded(create.rules()),
                                            create.limits(),
                                            create.rulebookOf()));
            case Command.Join _ ->
                    state.players().containsKey(player)
                            ? List.of()
                            : List.of(new Event.PlayerJoined(player, state.players().size() + 1));
            case Command.Propose propose ->
                    List.of(
                            new Event.ProposalMade(
                                    state.nextProposal(),
                                    player,
                                    propose.kind(),
                                    0,
                                    0,
                                    0,
                                    propose.title(),
                                    propose.prose(),
                                    propose.code(),
                                    Texts.hash(
                                            propose.prose(), propose.code(), propose.attachments()),
                                    Collections.emptySortedSet(),
                                    envelope.at(),
                                    propose.attachments()));
            case Command.Vote vote ->
                    List.of(new Event.BallotCast(vote.proposal(), player, vote.choice(), ""));
            case Command.Act act -> act(state, envelope, act);
            case Command.PassTime _ -> pass(state, envelope);
            case Command.Leave _,
                    Command.Forfeit _,
                    Command.Start _,
                    Command.EndTurn _,
                    Command.Order _,
                    Command.Revise _,
                    Command.Withdraw _,
                    Command.CallForJudgment _,
                    Command.Judge _,
                    Command.ClaimDeadEnd _ ->
                    List.of();
        };
    }

    private static List<Event.Founded> founded(List<Command.FoundingRule> rules) {
        return rules.stream()
                .map(rule -> Event.Founded.of(rule, rule.code(), Collections.emptySortedSet()))
                .toList();
    }

    private static List<Event> act(GameState state, Envelope envelope, Command.Act act) {
        return switch (act.name()) {
            case "roll" -> {
                int sides = Integer.parseInt(envelope.seed().substring(0, 4), 16);
                yield List.of(
                        new Event.DiceRolled(65536, sides),
                        new Event.HoldingChanged(
                                envelope.player(),
                                "points",
                                state.holding(envelope.player(), "points"),
                                sides));
            }
            case "wake" -> {
                Duration ahead =
                        Duration.ofSeconds(
                                Long.parseLong(String.valueOf(act.arguments().get("s"))));
                String name = String.valueOf(act.arguments().get("name"));
                yield List.of(new Event.DeadlineSet(name, envelope.at().plus(ahead), RULE));
            }
            case "kill" -> throw new Undecidable("It ended three processes.");
            case "break" -> throw new IllegalStateException("A bug.");
            default -> List.of();
        };
    }

    private static List<Event> pass(GameState state, Envelope envelope) {
        List<Event> events = new ArrayList<>();
        for (DeadlineEntry deadline : state.deadlines().values()) {
            if (!deadline.at().isAfter(envelope.at())) {
                events.add(new Event.DeadlinePassed(deadline.name(), deadline.at()));
                events.addAll(following(deadline.name(), envelope.at()));
            }
        }
        return events;
    }

    private static List<Event> following(String name, Instant at) {
        if (name.equals("again")) {
            return List.of(new Event.DeadlineSet(name, at, RULE));
        }
        if (name.equals("often")) {
            return List.of(new Event.DeadlineSet(name, at.plusSeconds(1), RULE));
        }
        int plus = name.indexOf('+');
        return plus < 0
                ? List.of()
                : List.of(
                        new Event.DeadlineSet(
                                name.substring(0, plus),
                                at.plusSeconds(Long.parseLong(name.substring(plus + 1))),
                                RULE));
    }
}
