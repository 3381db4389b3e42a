package nomic.server.notice;

import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.ProposalEntry;
import nomic.law.Player;
import nomic.law.Status;
import nomic.log.GameId;
import nomic.log.Recorded;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says of an event who is to be told what; the same for the same event. */
final class Reporter {
    private Reporter() {}

    /**
     * @param before what the game was before the event
     * @param after what it was then
     */
    static List<News> news(GameId game, Recorded recorded, GameState before, GameState after) {
        Stream<News> end =
                before.status() != GameStatus.FINISHED && after.status() == GameStatus.FINISHED
                        ? to(members(before), game, recorded, Kind.ENDED)
                        : Stream.of();
        return Stream.concat(ofEvent(game, recorded, after), end).toList();
    }

    private static Stream<News> ofEvent(GameId game, Recorded recorded, GameState after) {
        return switch (recorded.occurrence().event()) {
            case Event.TurnStarted e -> to(List.of(e.player()), game, recorded, Kind.TURN);
            case Event.VoteOpened e -> vote(game, recorded, after, e.proposal());
            case Event.ProposalRevised e -> vote(game, recorded, after, e.proposal());
            case Event.VoteSettled e -> settled(game, recorded, after, e);
            case Event.JudgeAppointed e -> {
                Notice notice = notice(game, recorded, Kind.JUDGE).ofCase(e.caseNumber());
                yield Stream.of(News.of(e.judge(), recorded.seq(), notice));
            }
            case Event.PlayerKicked e -> to(List.of(e.player()), game, recorded, Kind.REMOVED);
            case Event.GamePaused _ -> to(others(after, recorded), game, recorded, Kind.PAUSED);
            case Event.GameResumed _ -> to(others(after, recorded), game, recorded, Kind.RESUMED);
            default -> Stream.of();
        };
    }

    private static Stream<News> to(List<String> names, GameId game, Recorded recorded, Kind kind) {
        return names.stream()
                .map(name -> News.of(name, recorded.seq(), notice(game, recorded, kind)));
    }

    private static Notice notice(GameId game, Recorded recorded, Kind kind) {
        return Notice.of(kind, game, recorded.at(), recorded.seq());
    }

    /** Those who have a vote to cast: a text that was revised in voting is voted on anew. */
    private static Stream<News> vote(GameId game, Recorded recorded, GameState after, int number) {
        ProposalEntry proposal = after.proposals().get(number);
        if (proposal == null || proposal.status() != Status.VOTING) {
            return Stream.of();
        }
        Notice notice = notice(game, recorded, Kind.VOTE).ofProposal(number);
        return after.players().values().stream()
                .filter(Player::isActive)
                .map(Player::name)
                .filter(name -> !proposal.ballots().containsKey(name))
                .map(name -> News.of(name, recorded.seq(), notice));
    }

    private static Stream<News> settled(
            GameId game, Recorded recorded, GameState after, Event.VoteSettled settled) {
        ProposalEntry proposal = after.proposals().get(settled.proposal());
        Kind kind =
                settled.adopted()
                        ? Kind.ADOPTED
                        : proposal != null && proposal.status() == Status.VOID
                                ? Kind.VOID
                                : Kind.DEFEATED;
        Notice notice = notice(game, recorded, kind).ofProposal(settled.proposal());
        return Stream.of(News.of(settled.author(), recorded.seq(), notice));
    }

    private static List<String> others(GameState state, Recorded recorded) {
        return members(state).stream().filter(name -> !name.equals(recorded.by())).toList();
    }

    /** The master and the players who have not left. */
    private static List<String> members(GameState state) {
        var members = new TreeSet<String>();
        members.add(state.master());
        state.players().values().stream()
                .filter(player -> !player.isGone())
                .map(Player::name)
                .forEach(members::add);
        return List.copyOf(members);
    }
}
