import nomic.client.Choice;
import nomic.client.Draft;
import nomic.client.Event;
import nomic.client.EventStream;
import nomic.client.Game;
import nomic.client.GameSearch;
import nomic.client.Move;
import nomic.client.NewGame;
import nomic.client.Nomic;
import nomic.client.Patience;
import nomic.client.Proposal;
import nomic.client.Refused;
import nomic.client.Scope;
import nomic.client.Table;
import nomic.client.Todo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/**
 * A bot that plays Nomic.
 *
 * <pre>java -cp 'client/target/nomic-client/*' Bot.java http://localhost:8080 my-bot [GAME]</pre>
 *
 * It keeps its token, its game and its place in the file my-bot.properties, and goes on from there
 * when it is started again. Without GAME it looks for one in which bots are welcome, or creates
 * one.
 */
final class Bot {
    private final String name;
    private final Path file;
    private final Properties state = new Properties();
    private Nomic nomic;
    private Table table;

    Bot(URI server, String name) throws IOException {
        this.name = name;
        this.file = Path.of(name + ".properties");
        this.nomic = Nomic.at(server).with(Patience.STANDARD.of(Duration.ofHours(1)));
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                state.load(in);
            }
        }
    }

    /** Keeps the state where nobody else can read it: who has the token can play as the bot. */
    private void save() throws IOException {
        Path fresh = Path.of(file + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        fresh.toFile().setReadable(false, false);
        fresh.toFile().setReadable(true, true);
        try (var out = Files.newBufferedWriter(fresh)) {
            state.store(out, null);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gets a token that is good for 90 days. */
    private String register() throws IOException {
        state.putIfAbsent("password", UUID.randomUUID().toString());
        save();
        String password = state.getProperty("password");
        try {
            nomic.registerBot(name, password);
        } catch (Refused refused) {
            if (!refused.is("name-taken")) {
                throw refused;
            }
        }
        Nomic owner = nomic.login(name, password);
        return owner.makeToken("bot", 90, Scope.GAME_READ, Scope.GAME_PLAY, Scope.GAME_MASTER)
                .token();
    }

    /** Takes a seat in a game where bots are welcome, or in a new one. */
    private String findGame() {
        GameSearch welcome = GameSearch.TO_JOIN.withWords("bots welcome");
        return nomic.games(welcome)
                .map(Game::id)
                .findFirst()
                .orElseGet(() -> nomic.create(newGame()).id());
    }

    private NewGame newGame() {
        return NewGame.named("Bots welcome, says " + name).withoutMe();
    }

    private void join() {
        try {
            table.make(new Move.Join(), "join");
        } catch (Refused refused) {
            if (!refused.is("already-joined")) {
                throw refused;
            }
        }
    }

    private static final int PLAYERS = 3;
    private static final String BONUS =
            """
            rule "a bonus of ten points for each law"
            when
                VoteSettled( adopted, $author : author )
            then
                law.award($author, 10);
            end
            """;

    /** Does what the game waits for; what is refused is told and left at that. */
    private void act() {
        for (Todo todo : table.todo()) {
            try {
                switch (todo.what()) {
                    case START -> start();
                    case TURN -> propose();
                    case VOTE -> vote(table.proposal(todo.proposal()));
                    default -> {}
                }
            } catch (Refused refused) {
                System.out.println(name + ": " + refused.getMessage());
            }
        }
    }

    /** Starts the own game when enough have joined. */
    private void start() {
        if (table.game().players().size() >= PLAYERS) {
            table.make(new Move.Start(), "start");
        }
    }

    /** Proposes a rule; the command id makes it one proposal in each turn. */
    private void propose() {
        int turn = table.game().turn().number();
        Draft draft =
                Draft.enact(
                        "A bonus, proposed in turn " + turn,
                        "Each adopted change earns its author ten points more.",
                        BONUS);
        table.make(new Move.Propose(draft), "propose-" + turn);
    }

    /** Votes for what does not cost the bot points, and on the text that it has looked at. */
    private void vote(Proposal proposal) {
        long gain = table.preview(proposal.number()).gainOf(name);
        Choice choice = gain >= 0 ? Choice.FOR : Choice.AGAINST;
        table.make(
                new Move.Vote(proposal.number(), choice, proposal.hash()),
                "vote-" + proposal.number() + "-" + proposal.revision());
    }

    private static final Set<String> WAKE =
            Set.of(
                    "PlayerJoined",
                    "TurnStarted",
                    "ProposalMade",
                    "VoteOpened",
                    "GameResumed",
                    "RolledBack");

    /** Looks around once, and then at each event that may ask for something. */
    private void play() throws IOException {
        act();
        try (EventStream events = table.stream(Long.parseLong(state.getProperty("seq")))) {
            for (Event event : events) {
                if (WAKE.contains(event.type())) {
                    act();
                }
                state.setProperty("seq", String.valueOf(event.seq()));
                save();
                if (event.endsGame()) {
                    return;
                }
            }
        }
    }

    void run(String given) throws IOException {
        if (!state.containsKey("token")) {
            state.setProperty("token", register());
            save();
        }
        nomic = nomic.withToken(state.getProperty("token"));
        if (!state.containsKey("game")) {
            table = nomic.game(given == null ? findGame() : given);
            join();
            state.setProperty("game", table.id());
            state.setProperty("seq", String.valueOf(table.game().head()));
            save();
        }
        table = nomic.game(state.getProperty("game"));
        System.out.println(name + " plays game " + table.id());
        play();
        System.out.println(name + " saw " + table.game().winner() + " win");
        state.remove("game");
        save();
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: Bot.java http://localhost:8080 NAME [GAME]");
            System.exit(2);
        }
        new Bot(URI.create(arguments[0]), arguments[1])
                .run(arguments.length > 2 ? arguments[2] : null);
    }
}
