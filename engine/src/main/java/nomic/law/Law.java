package nomic.law;

import java.time.Instant;

/**
 * What a rule can ask for. Calls are collected while rules fire, judged as {@link Claim}s, and
 * those that stand are carried out between two rounds; {@link #roll} and {@link #now} answer at
 * once.
 *
 * <p>{@link #forbid}, {@link #permit} and {@link #prevails} are for rules of the agenda group
 * {@code legality}, all else for the others. Players are named by name, rules by number.
 */
public interface Law {
    /** The asset of {@link #award(String, long)} and {@link #deduct(String, long)}. */
    String POINTS = "points";

    /** Forbids a move, for a reason that the mover is told. */
    void forbid(Move move, String reason);

    /** Forbids a claim. */
    void forbid(Claim claim, String reason);

    /** Permits a move that another rule forbids, if this rule prevails. */
    void permit(Move move, String reason);

    /** Permits a claim that another rule forbids, if this rule prevails. */
    void permit(Claim claim, String reason);

    /** Says that one rule prevails where it conflicts with the other. */
    void prevails(int rule, int over);

    /** Says that one rule prevails where it conflicts with the other. */
    default void prevails(Rule rule, Rule over) {
        prevails(rule.number(), over.number());
    }

    /** Adopts a proposal: its vote closes and the change takes effect. */
    void adopt(int proposal);

    /** Adopts a proposal: its vote closes and the change takes effect. */
    default void adopt(Proposal proposal) {
        adopt(proposal.number());
    }

    /** Defeats a proposal: its vote closes and nothing changes. */
    void defeat(int proposal);

    /** Defeats a proposal: its vote closes and nothing changes. */
    default void defeat(Proposal proposal) {
        defeat(proposal.number());
    }

    /** Opens the vote on a proposal in debate. */
    void openVote(int proposal);

    /** Opens the vote on a proposal in debate. */
    default void openVote(Proposal proposal) {
        openVote(proposal.number());
    }

    /** Casts a ballot for a player, in place of one that is there. */
    void castBallot(int proposal, String player, Choice choice);

    /** Gives a player some points; 0 opens the account. */
    default void award(String player, long amount) {
        award(player, POINTS, amount);
    }

    /** Gives a player some of an asset; 0 opens the account. */
    void award(String player, String asset, long amount);

    /** Takes points from a player; an amount may become negative. */
    default void deduct(String player, long amount) {
        award(player, POINTS, Math.negateExact(amount));
    }

    /** Takes some of an asset from a player; an amount may become negative. */
    default void deduct(String player, String asset, long amount) {
        award(player, asset, Math.negateExact(amount));
    }

    /** Moves points from one player to another. */
    default void transfer(String from, String to, long amount) {
        transfer(from, to, POINTS, amount);
    }

    /** Moves some of an asset from one player to another. */
    void transfer(String from, String to, String asset, long amount);

    /** Gives the next turn to a player. */
    void passTurn(String player, int circuit);

    /**
     * Asks for {@link Elapsed} at a time.
     *
     * @param at {@link #now()} for at once; not before it, and not over ten years after it
     */
    void schedule(String name, Instant at);

    /** Takes a deadline back. */
    void cancel(String name);

    /** Opens an action to a player until it is withdrawn. */
    void offer(String player, String name, String title, Input... inputs);

    /** Closes an action that is open to a player. */
    void withdraw(String player, String name);

    /** Closes an action that is open to a player. */
    default void withdraw(Offer offer) {
        withdraw(offer.player(), offer.name());
    }

    /**
     * Keeps a {@link Ballot}, an {@link Offer} or a fact of the calling rule from all but some
     * players, its making included where that was in the same command. Rules see it as before.
     */
    void conceal(Object fact, String... players);

    /** Opens a concealed fact to all. */
    void reveal(Object fact);

    /** Tells all players something; {@code {}} in the text stands for the next argument. */
    void announce(String text, Object... arguments);

    /** Ends the game: the player has won, unless it was over before. */
    void declareWinner(String player, String why);

    /** Ends the game: nobody has won. */
    void declareDraw(String why);

    /** Makes a player active, idle or away; who has left or forfeited stays so. */
    void setStanding(String player, Standing standing);

    /** Removes a player from the game for good, as if the player had left. */
    void removePlayer(String player, String why);

    /** Gives the next proposals numbers from here on, unless they are higher already. */
    void numberProposalsFrom(int number);

    /** Gives a rule another number. */
    void renumber(int rule, int number);

    /** Suspends a rule until it is amended. */
    void suspend(int rule, String why);

    /**
     * Says of the calling rule that it yields to another, until it is amended or repealed. What
     * follows from it is for rules of precedence to say.
     */
    void deferTo(int rule);

    /**
     * Says of the calling rule that it comes before another, until it is amended or repealed. What
     * follows from it is for rules of precedence to say.
     */
    void prevailOver(int rule);

    /** Makes a player the Judge of a case. */
    void appointJudge(int caseNumber, String player);

    /** Overrules the judgment of a case, which is open again and has no Judge. */
    void overrule(int caseNumber);

    /** Closes a case: its judgment stands, or it lapses without one. */
    void closeCase(int caseNumber);

    /** A number from 1 to {@code sides}: the same for the same command, rule and matched facts. */
    int roll(int sides);

    /** The same, and only some players learn what was thrown. */
    int rollSecretly(int sides, String... players);

    /** The time of the move that is decided. */
    Instant now();
}
