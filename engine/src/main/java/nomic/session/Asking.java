package nomic.session;

import nomic.code.BlackBox;
import nomic.code.Meter;
import nomic.game.Cause;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.RuleEntry;
import nomic.law.Choice;
import nomic.law.Claim;
import nomic.law.Input;
import nomic.law.Law;
import nomic.law.Move;
import nomic.law.Offer;
import nomic.law.Player;
import nomic.law.Standing;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The {@code law} of one command: collects what rules ask for. What a rule asks with names of
 * things that do not exist, or in the wrong place, is an error of the rule.
 */
final class Asking implements Law {
    private static final long MOST = 1_000_000_000_000L;
    private static final int MOST_SIDES = 1_000_000;
    private static final int MOST_INPUTS = 20;
    private static final int HIGHEST_NUMBER = 1_000_000;
    private static final Duration FARTHEST = Duration.ofDays(3660);

    private final Envelope envelope;
    private final Dice dice;
    private final Supplier<GameState> state;
    private final Meter meter;
    private final Precedence precedence = new Precedence();
    private List<Asked<Ask>> asks = new ArrayList<>();
    private List<Asked<Thrown>> rolls = new ArrayList<>();
    private List<Asked<Verdict>> verdicts = new ArrayList<>();
    private final Secrecy secrecy = new Secrecy();
    private @Nullable MatchInHand inHand;
    private boolean legality;
    private int nth;

    Asking(Envelope envelope, Supplier<GameState> state, Meter meter) {
        this.envelope = envelope;
        this.dice = new Dice(envelope.seed());
        this.state = state;
        this.meter = meter;
    }

    void legality(boolean judging) {
        legality = judging;
        BlackBox.legality(judging);
    }

    boolean legality() {
        return legality;
    }

    void take(MatchInHand match) {
        inHand = match;
        nth = 0;
    }

    void drop() {
        inHand = null;
    }

    @Nullable MatchInHand inHand() {
        return inHand;
    }

    /**
     * @param keys the keys of rules' own facts; null for one that is not there any more
     */
    List<Asked<Ask>> drainAsks(Function<Object, @Nullable String> keys) {
        var drained = new ArrayList<Asked<Ask>>();
        for (Asked<Ask> asked : asks) {
            Ask named = named(asked.ask(), keys);
            if (named != null) {
                drained.add(asked.with(named));
            }
        }
        asks = new ArrayList<>();
        drained.sort(Asked.ORDER);
        return drained;
    }

    /** An ask about a rule's own fact with the key of that; null where there is no such fact. */
    private @Nullable Ask named(Ask ask, Function<Object, @Nullable String> keys) {
        return switch (ask) {
            case Ask.Conceal(Hideable fact, var players, _) -> {
                Hideable named = named(fact, keys);
                yield named == null
                        ? null
                        : new Ask.Conceal(named, players, dice.salt(named.key()));
            }
            case Ask.Reveal(Hideable fact) -> {
                Hideable named = named(fact, keys);
                yield named == null ? null : new Ask.Reveal(named);
            }
            default -> ask;
        };
    }

    private static @Nullable Hideable named(
            Hideable fact, Function<Object, @Nullable String> keys) {
        String key = fact.isNamed() ? fact.key() : keys.apply(fact.fact());
        return key == null ? null : fact.named(key);
    }

    List<Asked<Thrown>> drainRolls() {
        List<Asked<Thrown>> drained = rolls;
        rolls = new ArrayList<>();
        drained.sort(Asked.ORDER);
        return drained;
    }

    List<Asked<Verdict>> drainVerdicts() {
        List<Asked<Verdict>> drained = verdicts;
        verdicts = new ArrayList<>();
        drained.sort(Asked.ORDER);
        return drained;
    }

    Precedence precedence() {
        return precedence;
    }

    Secrecy secrecy() {
        return secrecy;
    }

    @Override
    public void forbid(Move move, String reason) {
        judge(new Verdict(move, false, Wording.text(reason)));
    }

    @Override
    public void forbid(Claim claim, String reason) {
        judge(new Verdict(claim, false, Wording.text(reason)));
    }

    @Override
    public void permit(Move move, String reason) {
        judge(new Verdict(move, true, Wording.text(reason)));
    }

    @Override
    public void permit(Claim claim, String reason) {
        judge(new Verdict(claim, true, Wording.text(reason)));
    }

    @Override
    public void prevails(int rule, int over) {
        judging();
        precedence.say(rule, over);
    }

    @Override
    public void adopt(int proposal) {
        ask(new Ask.Adopt(known(proposal)));
    }

    @Override
    public void defeat(int proposal) {
        ask(new Ask.Defeat(known(proposal)));
    }

    @Override
    public void openVote(int proposal) {
        ask(new Ask.OpenVote(known(proposal)));
    }

    @Override
    public void castBallot(int proposal, String player, Choice choice) {
        ask(new Ask.CastBallot(known(proposal), known(player), given(choice, "choice")));
    }

    @Override
    public void award(String player, String asset, long amount) {
        ask(new Ask.Award(known(player), Wording.name(asset), amount(amount)));
    }

    @Override
    public void transfer(String from, String to, String asset, long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("cannot transfer " + amount + "; give 0 or more");
        }
        ask(new Ask.Transfer(known(from), known(to), Wording.name(asset), amount(amount)));
    }

    @Override
    public void passTurn(String player, int circuit) {
        ask(new Ask.PassTurn(known(player), circuit));
    }

    @Override
    public void schedule(String name, Instant at) {
        String deadline = Wording.name(name);
        if (at.isBefore(envelope.at())) {
            throw new IllegalArgumentException(
                    "the deadline '%s' at %s is in the past: it is %s; law.now() is the earliest"
                            .formatted(deadline, at, envelope.at()));
        }
        if (Duration.between(envelope.at(), at).compareTo(FARTHEST) > 0) {
            throw new IllegalArgumentException("the deadline " + at + " is over ten years away");
        }
        ask(new Ask.Schedule(deadline, at));
    }

    @Override
    public void cancel(String name) {
        ask(new Ask.Cancel(Wording.name(name)));
    }

    @Override
    public void offer(String player, String name, String title, Input... inputs) {
        if (inputs.length > MOST_INPUTS) {
            throw new IllegalArgumentException("an action has at most " + MOST_INPUTS + " inputs");
        }
        List<Input> wanted = Stream.of(inputs).map(Wording::input).toList();
        ask(
                new Ask.Open(
                        new Offer(
                                0,
                                known(player),
                                Wording.name(name),
                                Wording.text(title),
                                wanted)));
    }

    @Override
    public void withdraw(String player, String name) {
        ask(new Ask.Withdraw(known(player), Wording.name(name)));
    }

    @Override
    public void announce(String text, Object... arguments) {
        ask(new Ask.Announce(Wording.announcement(text, arguments)));
    }

    @Override
    public void conceal(Object fact, String... players) {
        ask(new Ask.Conceal(hideable(fact), known(players), ""));
    }

    @Override
    public void reveal(Object fact) {
        ask(new Ask.Reveal(hideable(fact)));
    }

    private Hideable hideable(Object fact) {
        Hideable hideable = Hideable.of(fact);
        if (hideable == null) {
            throw new IllegalArgumentException(
                    "only a Ballot, an Offer and a fact of a rule's own can be secret");
        }
        if (!hideable.isNamed()
                && Base.ruleId(fact.getClass().getPackageName()) != match().rule()) {
            throw new IllegalArgumentException(
                    "a " + hideable.type() + " belongs to another rule, which alone may hide it");
        }
        return hideable;
    }

    private SortedSet<String> known(String[] players) {
        var names = new TreeSet<String>();
        for (String player : given(players, "array of players")) {
            names.add(known(player));
        }
        return names;
    }

    @Override
    public void declareWinner(String player, String why) {
        var win = new Ask.Win(known(player), Wording.text(why));
        if (!isOver()) {
            ask(win);
        }
    }

    @Override
    public void declareDraw(String why) {
        var draw = new Ask.Draw(Wording.text(why));
        if (!isOver()) {
            ask(draw);
        }
    }

    /** Whether an earlier round of the command has ended the game. */
    private boolean isOver() {
        return state.get().status() == GameStatus.FINISHED;
    }

    @Override
    public void setStanding(String player, Standing standing) {
        if (new Player("", 0, given(standing, "standing")).isGone()) {
            throw new IllegalArgumentException(
                    "a player can be made ACTIVE, IDLE or AWAY, not " + standing);
        }
        ask(new Ask.Stand(known(player), standing));
    }

    @Override
    public void removePlayer(String player, String why) {
        ask(new Ask.Remove(known(player), Wording.text(why)));
    }

    @Override
    public void numberProposalsFrom(int number) {
        ask(new Ask.NumberFrom(numbering(number)));
    }

    @Override
    public void renumber(int rule, int number) {
        ask(new Ask.Renumber(idOf(rule), rule, numbering(number)));
    }

    @Override
    public void suspend(int rule, String why) {
        ask(new Ask.Suspend(idOf(rule), rule, Wording.text(why)));
    }

    @Override
    public void deferTo(int rule) {
        ask(new Ask.Declare(idOf(rule), rule, true));
    }

    @Override
    public void prevailOver(int rule) {
        ask(new Ask.Declare(idOf(rule), rule, false));
    }

    @Override
    public void appointJudge(int caseNumber, String player) {
        ask(new Ask.Appoint(knownCase(caseNumber), known(player)));
    }

    @Override
    public void overrule(int caseNumber) {
        ask(new Ask.Overrule(knownCase(caseNumber)));
    }

    @Override
    public void closeCase(int caseNumber) {
        ask(new Ask.CloseCase(knownCase(caseNumber)));
    }

    private int idOf(int rule) {
        RuleEntry entry = state.get().rule(rule);
        if (entry == null) {
            throw new IllegalArgumentException("there is no rule " + rule);
        }
        return entry.id();
    }

    private static int numbering(int number) {
        if (number < 1 || number > HIGHEST_NUMBER) {
            throw new IllegalArgumentException(
                    "numbers go from 1 to " + HIGHEST_NUMBER + ", and " + number + " is not there");
        }
        return number;
    }

    /**
     * @param only the players who learn the result; null for all
     */
    record Thrown(Event.DiceRolled event, @Nullable SortedSet<String> only) {}

    @Override
    public int roll(int sides) {
        return roll(sides, null);
    }

    @Override
    public int rollSecretly(int sides, String... players) {
        return roll(sides, known(players));
    }

    private int roll(int sides, @Nullable SortedSet<String> only) {
        if (sides < 1 || sides > MOST_SIDES) {
            throw new IllegalArgumentException("there is no die of " + sides + " sides");
        }
        MatchInHand match = playing();
        Cause.ByRule cause = match.cause();
        int result = dice.roll(sides, match.rule() + "/" + cause.name() + "/" + match.key(), nth);
        rolls.add(asked(new Thrown(new Event.DiceRolled(sides, result), only), 0, match));
        return result;
    }

    @Override
    public Instant now() {
        return envelope.at();
    }

    private void ask(Ask ask) {
        asks.add(asked(ask, Characters.in(ask), playing()));
    }

    private void judge(Verdict verdict) {
        verdicts.add(asked(verdict, verdict.reason().length(), judging()));
    }

    /** The facts that matched are written with each ask: they are its cause. */
    private <A> Asked<A> asked(A ask, long characters, MatchInHand match) {
        meter.ask(match.rule());
        meter.write(match.rule(), characters + Characters.in(match.cause().facts()));
        return new Asked<>(ask, match.rule(), match.cause(), match.key(), nth++);
    }

    private MatchInHand playing() {
        if (legality) {
            throw new IllegalStateException(
                    "a rule of the group legality may only forbid, permit or say what prevails");
        }
        return match();
    }

    private MatchInHand judging() {
        if (!legality) {
            throw new IllegalStateException(
                    "only a rule of the group legality may forbid, permit or say what prevails");
        }
        return match();
    }

    private MatchInHand match() {
        MatchInHand match = inHand;
        if (match == null) {
            throw new IllegalStateException("law may be called in consequences only");
        }
        return match;
    }

    private int known(int proposal) {
        if (!state.get().proposals().containsKey(proposal)) {
            throw new IllegalArgumentException("there is no proposal " + proposal);
        }
        return proposal;
    }

    private int knownCase(int number) {
        if (!state.get().cases().containsKey(number)) {
            throw new IllegalArgumentException("there is no case " + number);
        }
        return number;
    }

    private static <E> E given(@Nullable E value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("the " + what + " is missing");
        }
        return value;
    }

    private String known(String player) {
        if (player == null || !state.get().players().containsKey(player)) {
            throw new IllegalArgumentException("there is no player " + Wording.word(player));
        }
        return player;
    }

    private static long amount(long amount) {
        if (amount < -MOST || amount > MOST) {
            throw new IllegalArgumentException("an amount is at most " + MOST + ", not " + amount);
        }
        return amount;
    }
}
