package nomic.game;

import java.util.Objects;

/** What a proposal makes of the rulebook when it takes effect. */
public final class Change {
    private Change() {}

    /** The event by which it does; its target, if it has one, is in the rulebook. */
    public static Event of(GameState state, ProposalEntry proposal) {
        int by = proposal.number();
        return switch (proposal.kind()) {
            case ENACT -> new Event.RuleEnacted(by, by, by, proposal.title(), proposal.calls());
            case AMEND -> {
                RuleEntry target = target(state, proposal);
                yield new Event.RuleAmended(
                        target.number(),
                        target.id(),
                        target.revisions().size() + 1,
                        by,
                        proposal.title(),
                        proposal.calls());
            }
            case REPEAL -> {
                RuleEntry target = target(state, proposal);
                yield new Event.RuleRepealed(target.number(), target.id(), by);
            }
            case TRANSMUTE -> {
                RuleEntry target = target(state, proposal);
                yield new Event.RuleTransmuted(target.number(), target.id(), by, !target.mutable());
            }
        };
    }

    /** The game once one of its proposals has taken effect, whatever its rules say of it. */
    public static GameState tried(GameState state, ProposalEntry proposal) {
        return Evolution.evolve(state, of(state, proposal));
    }

    private static RuleEntry target(GameState state, ProposalEntry proposal) {
        return Objects.requireNonNull(state.rulebook().get(proposal.target()));
    }
}
