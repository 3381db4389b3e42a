package nomic.preview;

import nomic.game.CaseEntry;
import nomic.game.Command;
import nomic.game.GameState;
import nomic.game.OfferEntry;
import nomic.game.ProposalEntry;
import nomic.game.RemedyEntry;
import nomic.law.Answer;
import nomic.law.CaseStatus;
import nomic.law.Choice;
import nomic.law.Input;
import nomic.law.Player;
import nomic.law.RemedyKind;
import nomic.law.Status;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** The moves that random players think of, likely ones more often than others. */
public record RandomMoves(Random random, Ideas ideas) {
    /** The changes that they think of. */
    public interface Ideas {
        Command.Propose next(GameState state);

        /** A change that does nothing. */
        Command.Propose custom();
    }

    /** A move and who makes it; nobody where time is to pass. */
    public record Candidate(String player, Command command) {}

    /** A move for somebody who is still in the game. */
    public Candidate next(GameState state) {
        String player = anyOf(players(state));
        List<ProposalEntry> open = open(state);
        List<CaseEntry> cases = cases(state);
        int dice = random.nextInt(100);
        List<OfferEntry> consents = offers(state, "consent");
        if (!cases.isEmpty() && dice < 40) {
            return judge(state, anyOf(cases), player);
        }
        if (!consents.isEmpty() && dice < 60) {
            return act(state, anyOf(consents));
        }
        if (!state.offers().isEmpty() && dice < 8) {
            return act(state, anyOf(offers(state, "")));
        }
        if (dice >= 90) {
            return rare(state, player);
        }
        return open.isEmpty() ? propose(state, player) : vote(state, anyOf(open), player);
    }

    /** What could carry the game further, by everyone. */
    public List<Candidate> all(GameState state) {
        var all = new ArrayList<Candidate>();
        for (String player : players(state)) {
            for (ProposalEntry proposal : open(state)) {
                for (Choice choice : Choice.values()) {
                    all.add(
                            new Candidate(
                                    player, new Command.Vote(proposal.number(), choice, null)));
                }
                all.add(new Candidate(player, new Command.Withdraw(proposal.number())));
            }
            all.add(new Candidate(player, ideas.custom()));
            all.add(new Candidate(player, new Command.EndTurn()));
        }
        cases(state).forEach(each -> all.add(judge(state, each, each.judge())));
        offers(state, "").forEach(offer -> all.add(act(state, offer)));
        return all;
    }

    /** Who has not left the game. */
    public static List<String> players(GameState state) {
        return state.players().values().stream()
                .filter(player -> !player.isGone())
                .map(Player::name)
                .toList();
    }

    private static List<ProposalEntry> open(GameState state) {
        return state.proposals().values().stream().filter(ProposalEntry::open).toList();
    }

    private static List<CaseEntry> cases(GameState state) {
        return state.cases().values().stream()
                .filter(each -> each.status() == CaseStatus.OPEN)
                .toList();
    }

    /** Those of a name, or all. */
    private static List<OfferEntry> offers(GameState state, String name) {
        return state.offers().values().stream()
                .filter(entry -> name.isEmpty() || entry.offer().name().equals(name))
                .toList();
    }

    private Candidate propose(GameState state, String player) {
        String mover = state.turn() == null || random.nextInt(10) == 0 ? player : mover(state);
        return new Candidate(mover, ideas.next(state));
    }

    private static String mover(GameState state) {
        return state.turn() == null ? "" : state.turn().player();
    }

    /** Most vote when they have not, and for the change. */
    private Candidate vote(GameState state, ProposalEntry proposal, String player) {
        List<String> waiting =
                players(state).stream()
                        .filter(voter -> !proposal.ballots().containsKey(voter))
                        .toList();
        boolean debate = proposal.status() == Status.DEBATE;
        String voter =
                debate && random.nextInt(4) > 0
                        ? proposal.author()
                        : waiting.isEmpty() ? player : anyOf(waiting);
        int dice = random.nextInt(20);
        Choice choice = dice < 17 ? Choice.FOR : dice < 19 ? Choice.AGAINST : Choice.ABSTAIN;
        return new Candidate(voter, new Command.Vote(proposal.number(), choice, null));
    }

    private Candidate rare(GameState state, String player) {
        List<ProposalEntry> open = open(state);
        int proposal = open.isEmpty() ? state.nextProposal() : anyOf(open).number();
        String author = open.isEmpty() ? player : anyOf(open).author();
        return switch (random.nextInt(24)) {
            case 0 -> new Candidate(player, new Command.Forfeit());
            case 1, 2 -> new Candidate(player, new Command.CallForJudgment("It is so.", 0));
            case 3 -> new Candidate(player, new Command.ClaimDeadEnd());
            case 4 -> new Candidate(player, new Command.EndTurn());
            case 5, 6 -> new Candidate(author, new Command.Withdraw(proposal));
            case 7, 8, 9 ->
                    new Candidate(author, new Command.Revise(proposal, "Revised", "A word.", ""));
            case 10, 11, 12, 13, 14 -> propose(state, player);
            default -> new Candidate("", new Command.PassTime());
        };
    }

    private Candidate judge(GameState state, CaseEntry dispute, String player) {
        String judge = dispute.judge().isEmpty() ? player : dispute.judge();
        Answer answer =
                random.nextInt(20) == 0
                        ? Answer.PARADOX
                        : random.nextBoolean() ? Answer.TRUE : Answer.FALSE;
        List<RemedyEntry> remedies =
                random.nextInt(3) > 0
                        ? List.of()
                        : List.of(new RemedyEntry(RemedyKind.POINTS, anyOf(players(state)), 3));
        return new Candidate(
                judge,
                new Command.Judge(
                        dispute.number(), answer, "By the rules in force.", List.of(), remedies));
    }

    private Candidate act(GameState state, OfferEntry entry) {
        var arguments = new TreeMap<String, Object>();
        entry.offer().inputs().forEach(input -> arguments.put(input.name(), value(state, input)));
        return new Candidate(
                entry.offer().player(), new Command.Act(entry.offer().name(), arguments));
    }

    private Object value(GameState state, Input input) {
        return switch (input.type()) {
            case TEXT -> "text " + random.nextInt(3);
            case NUMBER -> random.nextLong(input.min(), input.max() + 1);
            case CHOICE -> input.choices().isEmpty() ? "" : anyOf(input.choices());
            case PLAYER -> anyOf(players(state));
            case FLAG -> random.nextBoolean();
        };
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
