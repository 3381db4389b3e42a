package nomic.why;

import nomic.game.Cause;
import nomic.game.Event;
import nomic.log.Recorded;
import nomic.reading.Plain;
import nomic.why.Link.What;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Follows causes from near to far, as many as an answer may have. */
final class Causes {
    private static final int MOST_LINKS = 150;

    private final Chronicle chronicle;
    private final int depth;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<Long> told = new HashSet<>();
    private int links;
    private int leftOut;

    /** A link that may have causes, and how many events stand before it. */
    private record Open(Growing link, int depth, Runnable causes) {}

    /** A link whose causes are being found. */
    private static final class Growing {
        private final Link link;
        private final List<Growing> because = new ArrayList<>();

        Growing(Link link) {
            this.link = link;
        }

        Link grown() {
            return new Link(
                    link.what(),
                    link.sentence(),
                    link.seq(),
                    link.rule(),
                    link.proposal(),
                    link.fact(),
                    because.stream().map(Growing::grown).toList());
        }
    }

    /**
     * @param depth how many events may stand one behind another
     */
    Causes(Chronicle chronicle, int depth) {
        this.chronicle = chronicle;
        this.depth = depth;
    }

    /** What some events came from, the first of them first. */
    Why of(String sentence, List<Long> events) {
        Growing root = new Growing(link(What.FACT, sentence));
        events.forEach(seq -> event(root, seq, 0));
        while (!open.isEmpty()) {
            Open next = open.poll();
            if (next.depth() > depth || links >= MOST_LINKS) {
                leftOut++;
            } else {
                next.causes().run();
            }
        }
        return new Why(sentence, root.grown().because(), leftOut);
    }

    private static Link link(What what, String sentence) {
        return link(what, sentence, 0, 0, 0, Map.of());
    }

    private static Link link(
            What what,
            String sentence,
            long seq,
            int rule,
            int proposal,
            Map<String, Object> fact) {
        return new Link(what, sentence, seq, rule, proposal, fact, List.of());
    }

    private Growing add(Growing to, Link link) {
        Growing added = new Growing(link);
        to.because.add(added);
        links++;
        return added;
    }

    private void event(Growing to, long seq, int depth) {
        Recorded recorded = chronicle.event(seq);
        if (recorded == null) {
            return;
        }
        boolean again = !told.add(seq);
        String sentence =
                "Event "
                        + seq
                        + ": "
                        + EventWords.of(recorded.occurrence().event())
                        + (again ? " (told above)." : ".");
        Growing added = add(to, link(What.EVENT, sentence, seq, 0, 0, Map.of()));
        if (!again) {
            open.add(new Open(added, depth, () -> causes(added, recorded, depth)));
        }
    }

    private void causes(Growing to, Recorded recorded, int depth) {
        switch (recorded.occurrence().cause()) {
            case Cause.ByMove(String move) -> move(to, recorded, move);
            case Cause.ByRule cause -> rule(to, recorded, cause, depth);
        }
        proposal(to, proposal(recorded.occurrence().event()), recorded.seq(), depth);
    }

    /** The proposal by which an event changes the rulebook; 0 for none. */
    private static int proposal(Event event) {
        return switch (event) {
            case Event.RuleEnacted e -> e.proposal();
            case Event.RuleAmended e -> e.proposal();
            case Event.RuleRepealed e -> e.proposal();
            case Event.RuleTransmuted e -> e.proposal();
            default -> 0;
        };
    }

    private void move(Growing to, Recorded recorded, String move) {
        String who = recorded.by().isEmpty() ? "The time had come" : Plain.line(recorded.by());
        add(
                to,
                link(
                        What.MOVE,
                        recorded.by().isEmpty()
                                ? who + " (" + recorded.at() + ")."
                                : who
                                        + " made the move "
                                        + Plain.quoted(move)
                                        + " ("
                                        + recorded.at()
                                        + ").",
                        recorded.seq(),
                        0,
                        0,
                        Map.of()));
    }

    private void rule(Growing to, Recorded recorded, Cause.ByRule cause, int depth) {
        String sentence =
                "Rule %d, revision %d%s, made it so."
                        .formatted(
                                cause.rule(),
                                cause.revision(),
                                cause.name().isEmpty() ? "" : ", " + Plain.quoted(cause.name()));
        Growing rule = add(to, link(What.RULE, sentence, 0, cause.rule(), 0, Map.of()));
        long seq = recorded.seq();
        for (Map<String, Object> fact : cause.facts()) {
            fact(rule, recorded, fact, depth);
        }
        origin(rule, cause, seq, depth);
    }

    private void fact(Growing to, Recorded recorded, Map<String, Object> fact, int depth) {
        String key = Keys.of(fact, chronicle.idsAt(recorded.seq()));
        long made = key == null ? 0 : chronicle.before(key, recorded.seq());
        Growing added =
                add(
                        to,
                        link(
                                What.FACT,
                                "It matched " + EventWords.of(fact) + ".",
                                0,
                                0,
                                0,
                                new TreeMap<>(fact)));
        if (made > 0) {
            event(added, made, depth + 1);
        } else if (isMove(fact)) {
            move(added, recorded, String.valueOf(fact.get("type")));
        }
    }

    private static boolean isMove(Map<String, Object> fact) {
        return fact.containsKey("at") && fact.containsKey("player")
                || "TimePassed".equals(fact.get("type"));
    }

    /** Where a revision of a rule comes from. */
    private void origin(Growing to, Cause.ByRule cause, long seq, int depth) {
        int id = chronicle.idsAt(seq).getOrDefault(cause.rule(), cause.rule());
        String key = "revision/" + id + "/" + cause.revision();
        long made = chronicle.before(key, seq);
        Recorded enacted = made == 0 ? null : chronicle.event(made);
        if (enacted == null) {
            add(
                    to,
                    link(
                            What.FOUNDING,
                            "The rule stands so in the ruleset "
                                    + Plain.line(chronicle.ruleset())
                                    + ", with which the game began.",
                            0,
                            cause.rule(),
                            0,
                            Map.of()));
        } else {
            proposal(to, proposal(enacted.occurrence().event()), seq, depth);
        }
    }

    private void proposal(Growing to, int number, long seq, int depth) {
        Recorded made = number == 0 ? null : made(number);
        if (made == null || !(made.occurrence().event() instanceof Event.ProposalMade e)) {
            return;
        }
        Growing added =
                add(
                        to,
                        link(
                                What.PROPOSAL,
                                "It was proposed by %s as proposal %d, %s."
                                        .formatted(
                                                Plain.line(e.author()),
                                                number,
                                                Plain.quoted(e.title())),
                                made.seq(),
                                0,
                                number,
                                Map.of()));
        open.add(new Open(added, depth, () -> votes(added, number, seq, depth)));
    }

    private @Nullable Recorded made(int proposal) {
        long seq = chronicle.before("event/ProposalMade/" + proposal, Long.MAX_VALUE);
        return seq == 0 ? null : chronicle.event(seq);
    }

    /**
     * The ballots that counted: the last of each voter on the last text, before the vote closed.
     */
    private void votes(Growing to, int proposal, long seq, int depth) {
        long closed = chronicle.before("event/VoteClosed/" + proposal, seq);
        long until = closed == 0 ? seq : closed;
        long from = chronicle.before("event/ProposalRevised/" + proposal, until);
        Map<String, Recorded> last = new TreeMap<>();
        for (long ballot : chronicle.all("ballots/" + proposal)) {
            Recorded recorded = chronicle.event(ballot);
            if (ballot > from
                    && ballot < until
                    && recorded != null
                    && recorded.occurrence().event() instanceof Event.BallotCast e) {
                last.put(e.voter(), recorded);
            }
        }
        last.values()
                .forEach(
                        recorded ->
                                add(
                                        to,
                                        link(
                                                What.BALLOT,
                                                EventWords.of(recorded.occurrence().event()) + ".",
                                                recorded.seq(),
                                                0,
                                                proposal,
                                                Map.of())));
        if (closed > 0) {
            event(to, closed, depth + 1);
        }
    }
}
