package nomic.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One game, as an account sits at it or watches it.
 *
 * <p>Each move is sent under an id of its own until there is an answer, so that it is made once
 * even where answers are lost. A program that may be killed between a decision and the answer
 * chooses the id itself, see {@link #make(Move, String)}.
 */
public final class Table {
    private final Nomic nomic;
    private final String id;
    private final String path;

    Table(Nomic nomic, String id) {
        this.nomic = nomic;
        this.id = id;
        this.path = "/games/" + id;
    }

    /** The id of the game, a UUID. */
    public String id() {
        return id;
    }

    /** The game as it stands. */
    public Game game() {
        return nomic.get(Game.class, path);
    }

    /** What the game waits for from you. */
    public List<Todo> todo() {
        return nomic.todo().stream().filter(each -> each.game().equals(id)).toList();
    }

    /** Makes a move. */
    public Made make(Move move) {
        return make(move, UUID.randomUUID().toString());
    }

    /**
     * Makes a move under a command id: the same move under the same id is made once and has the
     * same answer, also after a restart of the server or of this program.
     *
     * @param commandId 1 to 100 visible ASCII characters
     */
    public Made make(Move move, String commandId) {
        JsonNode done = nomic.send(Call.command(path + Paths.of(move), Json.move(move), commandId));
        return Made.of(Json.listOf(Event.class, done.path("events")));
    }

    public Made join() {
        return make(new Move.Join());
    }

    public Made start() {
        return make(new Move.Start());
    }

    public Made leave() {
        return make(new Move.Leave());
    }

    public Made forfeit() {
        return make(new Move.Forfeit());
    }

    public Made endTurn() {
        return make(new Move.EndTurn());
    }

    /** Proposes a change, and gives the number of the proposal. */
    public int propose(Draft draft) {
        Integer number = make(new Move.Propose(draft)).proposal();
        if (number == null) {
            throw new IllegalStateException("The server made no proposal of " + draft);
        }
        return number;
    }

    /** Votes on a proposal, whatever its text is by then. */
    public Made vote(int proposal, Choice choice) {
        return make(new Move.Vote(proposal, choice, null));
    }

    /** Votes on the text that was read: {@code text-changed} where it is another one by then. */
    public Made vote(Proposal proposal, Choice choice) {
        return make(new Move.Vote(proposal.number(), choice, proposal.hash()));
    }

    /** Takes an action that is offered. */
    public Made act(String name, Map<String, Object> arguments) {
        return make(new Move.Act(name, arguments));
    }

    /** Seats a bot of the server, as the game's master, and gives its name. */
    public String seatBot(BotKind kind) {
        return nomic.post(path + "/bots", Map.of("kind", kind)).path("name").asText();
    }

    /** Invites somebody, as the game's master. */
    public void invite(String player) {
        nomic.post(path + "/guests", Map.of("player", player));
    }

    /** All proposals, settled ones too. */
    public List<Proposal> proposals() {
        return nomic.list(Proposal.class, path + "/proposals", Map.of());
    }

    public Proposal proposal(int number) {
        return nomic.get(Proposal.class, path + "/proposals/" + number);
    }

    /** All rules by number, repealed and suspended ones too. */
    public List<Rule> rules() {
        return nomic.list(Rule.class, path + "/rules", Map.of());
    }

    /** The rule that has the number, else the one that had it first. */
    public Rule rule(int number) {
        return nomic.get(Rule.class, path + "/rules/" + number);
    }

    /** All cases, closed ones too, asked for as the stream is read. */
    public Stream<Case> cases() {
        return Paging.of(
                0,
                since -> nomic.list(Case.class, path + "/cases", Map.of("since", since)),
                Case::number);
    }

    /** The events after a sequence number up to the present one, asked for as they are read. */
    public Stream<Event> events(long since) {
        return Paging.of(
                since,
                after -> nomic.list(Event.class, path + "/events", Map.of("since", after)),
                Event::seq);
    }

    /** The events after a sequence number, and then those that happen. */
    public EventStream stream(long after) {
        return new EventStream(nomic.wire(), nomic.credentials(), path + "/stream", after);
    }

    /** What a change would do that you do not propose. */
    public Preview preview(Draft draft) {
        return Json.as(Preview.class, nomic.send(Call.ask(path + "/preview", draft)));
    }

    /** What an open proposal would do. */
    public Preview preview(int proposal) {
        return nomic.get(Preview.class, path + "/proposals/" + proposal + "/preview");
    }

    /** Why an event happened. */
    public Why why(Event event) {
        return nomic.get(Why.class, path + "/why?event=" + event.seq());
    }

    /**
     * Why something is so.
     *
     * @param fact such as {@code holding/ann/points}; docs/why.md has the names
     */
    public Why why(String fact) {
        return nomic.get(Why.class, path + "/why?" + Paths.form(Map.of("fact", fact)));
    }

    /** What a player lacks to win. */
    public NotWon whyNotWon(String player) {
        return nomic.get(NotWon.class, path + "/why?" + Paths.form(Map.of("win", player)));
    }

    /** What stands against a move of yours; it is not made. */
    public WhyNot whyNot(Move move) {
        ObjectNode tried = Json.move(move).put("type", move.type());
        return Json.as(WhyNot.class, nomic.send(Call.ask(path + "/why-not", tried)));
    }
}
