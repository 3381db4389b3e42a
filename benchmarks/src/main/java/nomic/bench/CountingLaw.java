package nomic.bench;

import nomic.law.Choice;
import nomic.law.Claim;
import nomic.law.Input;
import nomic.law.Law;
import nomic.law.Move;
import nomic.law.Standing;

import java.time.Instant;

/** Counts what rules ask for and does nothing. */
final class CountingLaw implements Law {
    private int calls;

    int calls() {
        return calls;
    }

    @Override
    public void forbid(Move move, String reason) {
        calls++;
    }

    @Override
    public void forbid(Claim claim, String reason) {
        calls++;
    }

    @Override
    public void permit(Move move, String reason) {
        calls++;
    }

    @Override
    public void permit(Claim claim, String reason) {
        calls++;
    }

    @Override
    public void prevails(int rule, int over) {
        calls++;
    }

    @Override
    public void adopt(int proposal) {
        calls++;
    }

    @Override
    public void defeat(int proposal) {
        calls++;
    }

    @Override
    public void openVote(int proposal) {
        calls++;
    }

    @Override
    public void castBallot(int proposal, String player, Choice choice) {
        calls++;
    }

    @Override
    public void award(String player, String asset, long amount) {
        calls++;
    }

    @Override
    public void transfer(String from, String to, String asset, long amount) {
        calls++;
    }

    @Override
    public void passTurn(String player, int circuit) {
        calls++;
    }

    @Override
    public void schedule(String name, Instant at) {
        calls++;
    }

    @Override
    public void cancel(String name) {
        calls++;
    }

    @Override
    public void offer(String player, String name, String title, Input... inputs) {
        calls++;
    }

    @Override
    public void withdraw(String player, String name) {
        calls++;
    }

    @Override
    public void announce(String text, Object... arguments) {
        calls++;
    }

    @Override
    public void conceal(Object fact, String... players) {
        calls++;
    }

    @Override
    public void reveal(Object fact) {
        calls++;
    }

    @Override
    public void declareWinner(String player, String why) {
        calls++;
    }

    @Override
    public void declareDraw(String why) {
        calls++;
    }

    @Override
    public void setStanding(String player, Standing standing) {
        calls++;
    }

    @Override
    public void removePlayer(String player, String why) {
        calls++;
    }

    @Override
    public void numberProposalsFrom(int number) {
        calls++;
    }

    @Override
    public void renumber(int rule, int number) {
        calls++;
    }

    @Override
    public void suspend(int rule, String why) {
        calls++;
    }

    @Override
    public void deferTo(int rule) {
        calls++;
    }

    @Override
    public void prevailOver(int rule) {
        calls++;
    }

    @Override
    public void appointJudge(int caseNumber, String player) {
        calls++;
    }

    @Override
    public void overrule(int caseNumber) {
        calls++;
    }

    @Override
    public void closeCase(int caseNumber) {
        calls++;
    }

    @Override
    public int roll(int sides) {
        return 1;
    }

    @Override
    public int rollSecretly(int sides, String... players) {
        return 1;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }
}
