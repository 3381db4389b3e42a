package nomic.log;

import nomic.game.Event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where in the log of a game people find what its state does not keep: sequence numbers, in order.
 *
 * @param proposals of the events with the texts of each proposal, by its number
 * @param cases of the events in the course of each case, by its number
 */
public record Places(
        SortedMap<Integer, List<Long>> proposals, SortedMap<Integer, List<Long>> cases) {
    static final Places NONE =
            new Places(Collections.emptySortedMap(), Collections.emptySortedMap());

    Places after(Entry entry) {
        Places places = this;
        long seq = entry.firstSeq();
        for (Event event : Fold.events(entry)) {
            places = places.after(event, seq);
            seq++;
        }
        return places;
    }

    private Places after(Event event, long seq) {
        return switch (event) {
            case Event.ProposalMade e -> new Places(with(proposals, e.proposal(), seq), cases);
            case Event.ProposalRevised e -> new Places(with(proposals, e.proposal(), seq), cases);
            case Event.JudgmentCalled e -> new Places(proposals, with(cases, e.caseNumber(), seq));
            case Event.JudgeAppointed e -> new Places(proposals, with(cases, e.caseNumber(), seq));
            case Event.Judged e -> new Places(proposals, with(cases, e.caseNumber(), seq));
            case Event.JudgmentOverruled e ->
                    new Places(proposals, with(cases, e.caseNumber(), seq));
            case Event.CaseClosed e -> new Places(proposals, with(cases, e.caseNumber(), seq));
            case Event.RolledBack e -> new Places(upTo(proposals, e.to()), upTo(cases, e.to()));
            default -> this;
        };
    }

    private static SortedMap<Integer, List<Long>> upTo(
            SortedMap<Integer, List<Long>> places, long last) {
        var fewer = new TreeMap<Integer, List<Long>>();
        places.forEach(
                (number, all) ->
                        fewer.put(number, all.stream().filter(seq -> seq <= last).toList()));
        return Collections.unmodifiableSortedMap(fewer);
    }

    private static SortedMap<Integer, List<Long>> with(
            SortedMap<Integer, List<Long>> places, int number, long seq) {
        var more = new TreeMap<>(places);
        var all = new ArrayList<>(more.getOrDefault(number, List.of()));
        all.add(seq);
        more.put(number, List.copyOf(all));
        return Collections.unmodifiableSortedMap(more);
    }
}
