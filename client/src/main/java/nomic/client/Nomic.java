package nomic.client;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A server, seen by one account or by a stranger. It is immutable and for any number of threads.
 *
 * <p>Every method that asks the server throws {@link Refused} with the server's problem where it is
 * refused, and {@link java.io.UncheckedIOException} where there is no answer for the time that its
 * {@link Patience} lasts. Until then what may be sent again is sent again: questions, and commands
 * under the id that makes them happen once.
 */
public final class Nomic {
    private final Wire wire;
    private final Credentials credentials;

    private Nomic(Wire wire, Credentials credentials) {
        this.wire = wire;
        this.credentials = credentials;
    }

    /**
     * A server seen by a stranger, who can watch and register.
     *
     * @param server such as {@code http://localhost:8080}
     */
    public static Nomic at(URI server) {
        return new Nomic(new Wire(server, Patience.STANDARD), new Credentials.Stranger());
    }

    /** The same server and account with another patience. */
    public Nomic with(Patience patience) {
        return new Nomic(wire.with(patience), credentials);
    }

    /** Logs in with a password. The token is renewed by itself as long as this object is used. */
    public Nomic login(String name, String password) {
        return new Nomic(wire, new Credentials.LoggedIn(new Login(wire, name, password)));
    }

    /** With a personal token, which is the way for programs that run by themselves. */
    public Nomic withToken(String token) {
        return new Nomic(wire, new Credentials.Personal(token));
    }

    /**
     * Makes the account of a person, and logs in.
     *
     * @param name 1 to 32 Latin letters, digits, {@code _}, {@code -} and {@code .}
     * @param password 8 to 200 characters
     */
    public Nomic register(String name, String password) {
        return register(name, password, false);
    }

    /** Makes an account that everybody sees to be that of a bot, and logs in. */
    public Nomic registerBot(String name, String password) {
        return register(name, password, true);
    }

    private Nomic register(String name, String password, boolean bot) {
        var account = Map.of("name", name, "password", password, "bot", bot);
        wire.send(Call.post("/accounts", account), new Credentials.Stranger());
        return login(name, password);
    }

    /** Anybody's account. */
    public Account account(String name) {
        return get(Account.class, "/accounts/" + Paths.segment(name));
    }

    /** The own account. */
    public Owner me() {
        return get(Owner.class, "/me");
    }

    /** Makes a personal token that is good for some days, 1 to 366; it is shown this once. */
    public PersonalToken makeToken(String name, int days, Scope... scopes) {
        var words = Stream.of(scopes).map(Scope::word).toList();
        var token = Map.of("name", name, "days", days, "scopes", words);
        return Json.as(PersonalToken.class, send(Call.post("/me/tokens", token)));
    }

    /** The personal tokens, without their texts. */
    public List<PersonalToken> tokens() {
        return list(PersonalToken.class, "/me/tokens", Map.of());
    }

    /** Ends a personal token. */
    public void endToken(String id) {
        send(Call.delete("/me/tokens/" + Paths.segment(id)));
    }

    /** Ends the log-in whose token it is. */
    public void logout() {
        send(Call.delete("/me/sessions/current"));
    }

    /** What games can begin with. */
    public List<Ruleset> rulesets() {
        return list(Ruleset.class, "/rulesets", Map.of());
    }

    /** What all your games wait for. */
    public List<Todo> todo() {
        return list(Todo.class, "/me/todo", Map.of());
    }

    /** Creates a game, whose master you are. */
    public Table create(NewGame game) {
        return create(game, UUID.randomUUID().toString());
    }

    /** Creates a game under a command id: the same id makes one game, however often it is used. */
    public Table create(NewGame game, String commandId) {
        JsonNode created = send(Call.command("/games", game, commandId));
        return game(created.path("id").asText());
    }

    /** A game by its id; nothing is asked yet. */
    public Table game(String id) {
        return new Table(this, UUID.fromString(id).toString());
    }

    /** Games in the order of their creation, asked for as the stream is read. */
    public Stream<Game> games(GameSearch search) {
        return Paging.of(
                "",
                since -> {
                    var parameters = new LinkedHashMap<>(search.parameters());
                    if (!since.isEmpty()) {
                        parameters.put("since", since);
                    }
                    return list(Game.class, "/games", parameters);
                },
                Game::id);
    }

    /** Whether a proposal may carry some code. */
    public Checked check(String code) {
        return check(Map.of("code", code));
    }

    /**
     * Whether a proposal may carry some sentences.
     *
     * @param game the id of a game whose sentences are known as well; null for none
     */
    public Checked checkSentences(String sentences, @Nullable String game) {
        return check(
                game == null
                        ? Map.of("sentences", sentences)
                        : Map.of("sentences", sentences, "game", game));
    }

    private Checked check(Map<String, String> law) {
        return Json.as(Checked.class, send(Call.ask("/check", law)));
    }

    /** A socket for events and moves of many games. */
    public Live live() {
        return new Live(wire, credentials);
    }

    /**
     * What the server answers to {@code GET}, for what this client has no method for.
     *
     * @param path below {@code /api/v1}, with its query
     */
    public JsonNode get(String path) {
        return send(Call.get(path));
    }

    /** What the server answers to {@code POST} of an object; it is not sent again by itself. */
    public JsonNode post(String path, Object body) {
        return send(Call.post(path, body));
    }

    Wire wire() {
        return wire;
    }

    Credentials credentials() {
        return credentials;
    }

    JsonNode send(Call call) {
        return wire.send(call, credentials);
    }

    <T> T get(Class<T> type, String path) {
        return Json.as(type, get(path));
    }

    <T> List<T> list(Class<T> type, String path, Map<String, ?> parameters) {
        return Json.listOf(type, send(Call.get(path, parameters)));
    }
}
