package nomic.server.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.preview.Adoption;
import nomic.preview.Budget;
import nomic.preview.FactChange;
import nomic.preview.Points;
import nomic.preview.Preview;
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
        Budget.Spent budget,
        List<String> leftOut) {
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
                preview.budget(),
                preview.leftOut());
    }
}
