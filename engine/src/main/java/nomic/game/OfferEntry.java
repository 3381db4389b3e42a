package nomic.game;

import nomic.law.Offer;

/** An offer; {@code rule} is the id of the rule to which it belongs. */
public record OfferEntry(Offer offer, int rule) {}
