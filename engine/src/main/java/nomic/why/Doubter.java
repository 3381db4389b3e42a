package nomic.why;

import nomic.code.Built;
import nomic.code.Diagnostic;
import nomic.code.Outline;
import nomic.code.Outline.Act;
import nomic.code.Outline.Deed;
import nomic.code.Outline.DrlRule;
import nomic.code.Outline.Form;
import nomic.code.RuleCompiler;
import nomic.game.Cause;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.game.RuleEntry;
import nomic.law.RuleStatus;
import nomic.reading.Plain;
import nomic.reading.Reading;
import nomic.session.RuleLinks;
import nomic.why.NotWon.Condition;
import nomic.why.NotWon.Standing;
import nomic.why.NotWon.Way;
import nomic.why.WhyNot.Kind;
import nomic.why.WhyNot.Obstacle;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers why something cannot be done, by trying it on forks of the game. The game itself is never
 * touched. Safe for use by many threads if decider and compiler are.
 */
public final class Doubter {
    private static final int MOST_OBSTACLES = 5;
    private static final int MOST_EVENTS = 30;
    private static final int MOST_WAYS = 20;
    private static final String SEED = "0".repeat(64);

    private final Decider decider;
    private final RuleCompiler compiler;

    public Doubter(Decider decider, RuleCompiler compiler) {
        this.decider = decider;
        this.compiler = compiler;
    }

    /**
     * Why a player cannot make a move. Each rule that forbids it is taken out in turn, until the
     * move is permitted or cannot be made at all.
     *
     * @param at the time on the fork, not before that of the last command
     */
    public WhyNot move(GameState state, Instant at, String player, Command move) {
        Envelope envelope = new Envelope("why-not", player, at, SEED, move);
        List<Obstacle> obstacles = new ArrayList<>();
        GameState fork = state;
        List<String> events = List.of();
        while (true) {
            Decided decided = decider.decide(fork, envelope);
            if (!(decided.outcome() instanceof Outcome.Refused(Refusal refusal))) {
                events = obstacles.isEmpty() ? events(decided) : List.of();
                break;
            }
            obstacles.add(obstacle(state, envelope, refusal));
            RuleEntry rule = refusal instanceof Refusal.Forbidden f ? state.rule(f.rule()) : null;
            if (rule == null || obstacles.size() == MOST_OBSTACLES) {
                break;
            }
            fork = ReducedState.without(fork, rule.id());
        }
        boolean permitted = obstacles.isEmpty();
        String sentence =
                permitted
                        ? "Nothing stands against it. If it were made now, this would come of it,"
                                + " but for throws of dice:"
                        : obstacles.size() == 1
                                ? "It is refused."
                                : "It is refused, for " + obstacles.size() + " reasons.";
        return new WhyNot(permitted, sentence, List.copyOf(obstacles), events);
    }

    private static List<String> events(Decided decided) {
        return decided.events().stream()
                .limit(MOST_EVENTS)
                .map(occurrence -> EventWords.of(occurrence.event()))
                .toList();
    }

    private Obstacle obstacle(GameState state, Envelope envelope, Refusal refusal) {
        return switch (refusal) {
            case Refusal.Forbidden f -> forbidden(state, envelope, f);
            case Refusal.Malformed m -> other(Kind.MALFORMED, 0, m.reason(), m.hint(), List.of());
            case Refusal.Unchecked u ->
                    other(
                            Kind.CODE,
                            0,
                            u.reason(),
                            u.diagnostics().getFirst().hint(),
                            u.diagnostics());
            case Refusal.Faulted f ->
                    other(
                            Kind.FAULT,
                            f.rule(),
                            f.reason(),
                            "Amend or repeal rule " + f.rule() + ".",
                            List.of());
        };
    }

    private static Obstacle other(
            Kind kind, int rule, String reason, String hint, List<Diagnostic> diagnostics) {
        return new Obstacle(
                kind, rule, 0, "", Plain.line(reason), List.of(), List.of(), hint, diagnostics);
    }

    private Obstacle forbidden(GameState state, Envelope envelope, Refusal.Forbidden refusal) {
        RuleEntry rule = state.rule(refusal.rule());
        Outline outline = rule == null ? null : outline(state, rule);
        DrlRule found = outline == null ? null : find(outline, refusal.name());
        List<String> conditions = List.of();
        List<Map<String, Object>> facts = List.of();
        if (rule != null && outline != null && found != null) {
            conditions = Reading.conditions(found);
            facts = matched(state, envelope, rule, outline, found);
        }
        return new Obstacle(
                Kind.RULE,
                refusal.rule(),
                refusal.revision(),
                Plain.line(refusal.name()),
                Plain.line(refusal.reason()),
                conditions,
                facts,
                "",
                List.of());
    }

    private static @Nullable DrlRule find(Outline outline, String name) {
        return outline.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * What the conditions of a prohibition match when the move is made where nothing forbids it.
     */
    private List<Map<String, Object>> matched(
            GameState state, Envelope envelope, RuleEntry rule, Outline outline, DrlRule drl) {
        if (drl.sources().isEmpty()) {
            return List.of();
        }
        Probe probe = new Probe(outline.frame());
        int trial = probe.add(drl.sources());
        return said(state, rule, probe, envelope).getOrDefault(trial, List.of());
    }

    /** The facts of each trial whose conditions hold. */
    private Map<Integer, List<Map<String, Object>>> said(
            GameState state, RuleEntry rule, Probe probe, Envelope envelope) {
        Map<Integer, List<Map<String, Object>>> said = new TreeMap<>();
        if (!(compiler.compile(RuleLinks.source(state, rule.id(), probe.code()))
                instanceof Built.Classes)) {
            return said;
        }
        Decided decided =
                decider.decide(ReducedState.alone(state, rule.id(), probe.code()), envelope);
        for (Occurrence occurrence : decided.events()) {
            if (occurrence.event() instanceof Event.Announced(String text)
                    && text.startsWith(Probe.SAID)
                    && occurrence.cause() instanceof Cause.ByRule cause) {
                said.putIfAbsent(
                        Integer.valueOf(text.substring(Probe.SAID.length())), cause.facts());
            }
        }
        return said;
    }

    private @Nullable Outline outline(GameState state, RuleEntry rule) {
        String code = rule.text().code();
        return !code.isBlank()
                        && compiler.compile(RuleLinks.source(state, rule.id(), code))
                                instanceof Built.Classes classes
                ? classes.outline()
                : null;
    }

    /**
     * Which rules declare a winner, and what of their conditions does not hold now for a player.
     *
     * @param at a time at which nothing is due that has not been decided
     */
    public NotWon win(GameState state, Instant at, String player) {
        List<Way> ways = new ArrayList<>();
        for (RuleEntry rule : state.rulebook().values()) {
            boolean declares =
                    rule.status() == RuleStatus.IN_FORCE
                            && rule.text().calls().contains("declareWinner");
            Outline outline = declares && ways.size() < MOST_WAYS ? outline(state, rule) : null;
            if (outline != null) {
                for (DrlRule drl : outline.rules()) {
                    Deed win = declaring(drl);
                    if (win != null && ways.size() < MOST_WAYS) {
                        ways.add(way(state, at, player, rule, outline, drl, win));
                    }
                }
            }
        }
        return new NotWon(sentence(state, player, ways), List.copyOf(ways));
    }

    private static String sentence(GameState state, String player, List<Way> ways) {
        String name = Plain.line(player);
        if (state.winners().contains(player)) {
            return name + " has won.";
        }
        if (state.status() == GameStatus.FINISHED) {
            return "The game is over, and " + name + " has not won.";
        }
        return ways.isEmpty()
                ? "No rule in force declares a winner."
                : name + " has not won. What rules in force ask for, and how it stands:";
    }

    private static @Nullable Deed declaring(DrlRule rule) {
        return rule.deeds().stream()
                .filter(deed -> deed.act() == Act.LAW && deed.name().equals("declareWinner"))
                .findFirst()
                .orElse(null);
    }

    private Way way(
            GameState state,
            Instant at,
            String player,
            RuleEntry rule,
            Outline outline,
            DrlRule drl,
            Deed win) {
        Trials trials = new Trials(state, drl, win, player);
        Probe probe = new Probe(outline.frame());
        trials.addTo(probe);
        Map<Integer, List<Map<String, Object>>> said = Map.of();
        if (trials.any() && state.status() == GameStatus.RUNNING) {
            Envelope envelope = new Envelope("why-not", "", at, SEED, new Command.PassTime());
            said = said(state, rule, probe, envelope);
        }
        List<Condition> conditions = trials.told(said);
        return new Way(
                rule.number(), rule.revision(), Plain.line(drl.name()), trials.any(), conditions);
    }

    /** Whether a condition waits for something that is gone when a command is over. */
    static boolean waits(Outline.Condition condition) {
        return condition.form() == Form.FACT && Reading.isPassing(condition.type())
                || (condition.form() != Form.NOT
                        && condition.parts().stream().anyMatch(Doubter::waits));
    }

    static Standing open(Outline.Condition condition) {
        return waits(condition) ? Standing.WAITS : Standing.OPEN;
    }
}
