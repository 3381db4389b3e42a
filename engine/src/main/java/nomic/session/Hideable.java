package nomic.session;

import nomic.game.Secret;
import nomic.law.Ballot;
import nomic.law.Offer;

import org.jspecify.annotations.Nullable;

/**
 * A fact that can be kept secret.
 *
 * @param fact a ballot, an offer, or an object of a rule's own type
 * @param key the key of the fact; empty for a rule's own that was not given one yet
 */
record Hideable(Object fact, String key) {
    /** Null for a fact that everybody may see. */
    static @Nullable Hideable of(@Nullable Object fact) {
        return switch (fact) {
            case Ballot ballot ->
                    new Hideable(ballot, Secret.ballot(ballot.proposal(), ballot.voter()));
            case Offer offer -> new Hideable(offer, Secret.offer(offer.id()));
            case Object own when Base.declaredByRule(own) -> new Hideable(own, "");
            case null, default -> null;
        };
    }

    boolean isNamed() {
        return !key.isEmpty();
    }

    Hideable named(String name) {
        return new Hideable(fact, name);
    }

    String type() {
        return fact.getClass().getSimpleName();
    }

    /** What a claim to hide it is about. */
    String subject() {
        return switch (fact) {
            case Ballot ballot -> Integer.toString(ballot.proposal());
            case Offer offer -> offer.player();
            default -> type();
        };
    }
}
