package nomic.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import nomic.code.Built;
import nomic.code.RuleSource;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Use;
import nomic.preview.BrokenTests;
import nomic.preview.Preview;

import java.util.List;
import java.util.SortedMap;

/** What a worker says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "say")
sealed interface FromWorker {
    /** It can be asked. */
    record Ready() implements FromWorker {}

    /** A decided command, without what the parent knows or finds out by itself. */
    record Answer(
            Outcome outcome,
            List<Occurrence> events,
            String rulebookHash,
            String stateHash,
            SortedMap<Integer, Use> use)
            implements FromWorker {}

    /** It has forgotten the state; it is to be asked again, with the state. */
    record NeedsState() implements FromWorker {}

    /** It is shut in. */
    record Confined() implements FromWorker {}

    /** It is not shut in, and why that cannot be done here. */
    record Unconfined(String why) implements FromWorker {}

    /** It waits for the compiled code of a rule before it goes on. */
    record NeedsCode(RuleSource source) implements FromWorker {}

    /** A rule broke; it tries again without the rule, which may take as long again. */
    record TriesAgain() implements FromWorker {}

    /** The answer to {@link ToWorker.Compile}. */
    record Code(Built built) implements FromWorker {}

    /** The answer to {@link ToWorker.Preview}. */
    record Previewed(Preview preview) implements FromWorker {}

    /** The answer to {@link ToWorker.Test}. */
    record Tested(List<BrokenTests> broken) implements FromWorker {}

    /** The engine failed, which no rule may bring about. */
    record Failed(String why) implements FromWorker {}
}
