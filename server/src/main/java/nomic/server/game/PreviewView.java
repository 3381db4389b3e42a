package nomic.server.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.preview.Adoption;
import nomic.preview.BrokenTests;
import nomic.preview.Budget;
import nomic.preview.FactChange;
import nomic.preview.FurtherChange;
import nomic.preview.PastMove;
import nomic.preview.Points;
import nomic.preview.Preview;
import nomic.preview.RandomTurns;
import nomic.preview.RuleChange;
import nomic.preview.SuspendedRule;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A preview as clients see it; the refusal is the problem that the proposal would be met with. */
public record PreviewView(
        int proposal,
        String hash,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ObjectNode refusal,
        Adoption adoption,
        List<RuleChange> rules,
        List<FactChange> facts,
        List<Points> points,
        List<String> winners,
        boolean ends,
        List<SuspendedRule> suspended,
        FurtherChange furtherChange,
        List<BrokenTests> brokenTests,
        List<PastMoveView> lastMoves,
        @Nullable RandomTurns randomTurns,
        Budget.Spent budget,
        List<String> leftOut) {
    /** One of the last moves; events without their place in the game. */
    public record PastMoveView(
            String id,
            String player,
            String move,
            boolean differs,
            String refused,
            String wouldBeRefused,
            List<ObjectNode> missing,
            List<ObjectNode> added) {
        static PastMoveView of(PastMove move) {
            return new PastMoveView(
                    move.id(),
                    move.player(),
                    move.move(),
                    move.differs(),
                    move.refused(),
                    move.wouldBeRefused(),
                    move.missing().stream().map(EventJson::of).toList(),
                    move.added().stream().map(EventJson::of).toList());
        }
    }

    public static PreviewView of(Preview preview) {
        return new PreviewView(
                preview.proposal(),
                preview.hash(),
                preview.refusal() == null ? null : Refusals.problem(preview.refusal()).json(),
                preview.adoption(),
                preview.rules(),
                preview.facts(),
                preview.points(),
                preview.winners(),
                preview.ends(),
                preview.suspended(),
                preview.furtherChange(),
                preview.brokenTests(),
                preview.lastMoves().stream().map(PastMoveView::of).toList(),
                preview.randomTurns(),
                preview.budget(),
                preview.leftOut());
    }
}
