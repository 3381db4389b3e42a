package nomic.session;

import nomic.game.Cause;
import nomic.game.Event;
import nomic.law.Claim;
import nomic.law.Conflict;
import nomic.law.Move;
import nomic.law.Outlook;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Judges moves and claims by the rules of the group legality and by precedence. */
final class Court {
    /** A claim of a rule. */
    private record Plea(Claim claim, Asked<Ask> asked) {}

    private final WorkingMemory memory;
    private final Asking law;
    private int lastClaim;

    Court(WorkingMemory memory, Asking law) {
        this.memory = memory;
        this.law = law;
    }

    /** The prohibition of a move that stands; null where it is permitted. */
    @Nullable Asked<Verdict> judge(Move move) {
        memory.judge(List.of(move));
        List<Asked<Verdict>> verdicts = law.drainVerdicts();
        memory.judge(conflicts(verdicts));
        law.drainVerdicts();
        return prohibition(verdicts);
    }

    /** The first of these moves that is permitted; null where none is. */
    @Nullable Move permitted(List<Move> moves) {
        memory.judge(moves);
        Map<Object, List<Asked<Verdict>>> verdicts = new HashMap<>();
        for (Asked<Verdict> verdict : law.drainVerdicts()) {
            verdicts.computeIfAbsent(verdict.ask().target(), _ -> new ArrayList<>()).add(verdict);
        }
        var pairs = new Pairs();
        verdicts.values().forEach(pairs::between);
        memory.judge(pairs.conflicts());
        law.drainVerdicts();
        for (Move move : moves) {
            if (prohibition(verdicts.getOrDefault(move, List.of())) == null) {
                return move;
            }
        }
        return null;
    }

    /**
     * The asks that stand, in order; those that do not are noted in the journal.
     *
     * @param outlooks what rules can see besides while they judge
     */
    List<Asked<Ask>> judge(List<Asked<Ask>> asks, List<Outlook> outlooks, Journal journal) {
        List<Plea> pleas = pleas(merged(asks));
        if (pleas.isEmpty()) {
            return List.of();
        }
        memory.judge(Stream.concat(outlooks.stream(), pleas.stream().map(Plea::claim)).toList());
        Map<Claim, List<Asked<Verdict>>> verdicts = new HashMap<>();
        for (Asked<Verdict> verdict : law.drainVerdicts()) {
            if (verdict.ask().target() instanceof Claim claim) {
                verdicts.computeIfAbsent(claim, _ -> new ArrayList<>()).add(verdict);
            }
        }
        memory.judge(conflicts(verdicts, pleas));
        law.drainVerdicts();
        return settle(permitted(pleas, verdicts, journal), journal);
    }

    /** Equal asks of one rule for what can be had once are one claim. */
    private static List<Asked<Ask>> merged(List<Asked<Ask>> asks) {
        record Same(int rule, Ask ask) {}
        var seen = new HashSet<Same>();
        return asks.stream()
                .filter(
                        asked ->
                                asked.ask().exclusive() == null
                                        || seen.add(new Same(asked.rule(), asked.ask())))
                .toList();
    }

    private List<Plea> pleas(List<Asked<Ask>> asks) {
        var pleas = new ArrayList<Plea>();
        for (Asked<Ask> asked : asks) {
            Ask ask = asked.ask();
            int rule = asked.cause().rule();
            pleas.add(
                    new Plea(
                            new Claim(++lastClaim, ask.kind(), ask.subject(), ask.amount(), rule),
                            asked));
        }
        return pleas;
    }

    private List<Plea> permitted(
            List<Plea> pleas, Map<Claim, List<Asked<Verdict>>> verdicts, Journal journal) {
        var permitted = new ArrayList<Plea>();
        for (Plea each : pleas) {
            Asked<Verdict> no = prohibition(verdicts.getOrDefault(each.claim(), List.of()));
            if (no == null) {
                permitted.add(each);
            } else {
                overrule(each, no.cause(), no.ask().reason(), journal);
            }
        }
        return permitted;
    }

    private List<Asked<Ask>> settle(List<Plea> pleas, Journal journal) {
        Map<String, Plea> winners = new LinkedHashMap<>();
        pleas.forEach(each -> winners.merge(wanted(each), each, this::stronger));
        var standing = new ArrayList<Asked<Ask>>();
        for (Plea each : pleas) {
            Plea winner = Objects.requireNonNull(winners.get(wanted(each)));
            if (each.equals(winner) || sharesWin(each, winner)) {
                standing.add(each.asked());
            } else if (!each.asked().ask().equals(winner.asked().ask())) {
                var by = winner.asked().cause();
                String reason = "rule " + by.rule() + " prevails";
                overrule(each, by, reason, journal);
            }
        }
        return standing;
    }

    private static String wanted(Plea each) {
        String exclusive = each.asked().ask().exclusive();
        return exclusive == null ? "claim " + each.claim().id() : exclusive;
    }

    private Plea stronger(Plea one, Plea other) {
        int first = one.asked().cause().rule();
        int second = other.asked().cause().rule();
        return first != second && law.precedence().prevails(second, first) ? other : one;
    }

    /** Several players may win by one rule. */
    private static boolean sharesWin(Plea each, Plea winner) {
        return each.asked().ask() instanceof Ask.Win
                && each.asked().rule() == winner.asked().rule();
    }

    private static void overrule(Plea loser, Cause.ByRule by, String reason, Journal journal) {
        Claim claim = loser.claim();
        journal.add(
                new Event.Overruled(claim.kind(), claim.subject(), claim.amount(), by, reason),
                loser.asked().cause());
    }

    private @Nullable Asked<Verdict> prohibition(List<Asked<Verdict>> verdicts) {
        for (Asked<Verdict> no : verdicts) {
            if (!no.ask().permits() && !outweighed(no, verdicts)) {
                return no;
            }
        }
        return null;
    }

    private boolean outweighed(Asked<Verdict> no, List<Asked<Verdict>> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.ask().permits())
                .anyMatch(yes -> law.precedence().said(yes.cause().rule(), no.cause().rule()));
    }

    private static List<Conflict> conflicts(List<Asked<Verdict>> verdicts) {
        var pairs = new Pairs();
        pairs.between(verdicts);
        return pairs.conflicts();
    }

    private static List<Conflict> conflicts(
            Map<Claim, List<Asked<Verdict>>> verdicts, List<Plea> pleas) {
        var pairs = new Pairs();
        pleas.forEach(each -> pairs.between(verdicts.getOrDefault(each.claim(), List.of())));
        for (Plea one : pleas) {
            for (Plea other : pleas) {
                String what = one.asked().ask().exclusive();
                if (what != null && what.equals(other.asked().ask().exclusive())) {
                    pairs.add(one.asked().cause().rule(), other.asked().cause().rule());
                }
            }
        }
        return pairs.conflicts();
    }

    /** Pairs of rules that disagree, each once. */
    private static final class Pairs {
        private final TreeSet<Long> pairs = new TreeSet<>();

        void between(List<Asked<Verdict>> verdicts) {
            for (Asked<Verdict> no : verdicts) {
                for (Asked<Verdict> yes : verdicts) {
                    if (!no.ask().permits() && yes.ask().permits()) {
                        add(no.cause().rule(), yes.cause().rule());
                    }
                }
            }
        }

        void add(int one, int other) {
            if (one != other) {
                pairs.add(((long) Math.min(one, other) << 32) | Math.max(one, other));
            }
        }

        List<Conflict> conflicts() {
            return pairs.stream()
                    .map(pair -> new Conflict((int) (pair >> 32), pair.intValue()))
                    .toList();
        }
    }
}
