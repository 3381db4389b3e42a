package nomic.log;

import nomic.game.Command;
import nomic.game.Decider;
import nomic.game.GameState;
import nomic.history.Asked;
import nomic.history.Heard;
import nomic.history.History;
import nomic.history.HistoryCheck;
import nomic.history.Served;
import nomic.history.Violation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * One schedule of faults for a few nodes on one log, all of it drawn from a seed: calls of the log
 * wait, fail or lose their answers, commands are sent twice, nodes pause, die and come back, clocks
 * jump and hints are lost. One thread runs at a time, so that a seed is always the same schedule.
 */
final class Simulation {
    private static final int NODES = 3;
    private static final int STEPS = 160;

    /** Clocks differ by whole such steps, which are longer than a schedule takes. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(20);

    private final Random random;
    private final GameId game;
    private final GameLog log;
    private final Decider decider;
    private final AtomicLong ticks = new AtomicLong();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Node> nodes = new ArrayList<>();
    private final int[] frozen = new int[NODES];
    private final List<Client> clients = new ArrayList<>();
    private final Listener listener = new Listener();

    /** Reads on at some hints, and now and then without one. */
    private final class Listener {
        private final List<Heard.Told> told = new ArrayList<>();
        private long hinted;

        void readOn() {
            List<Recorded> page = log.read(game, told.size(), 1 + random.nextInt(5));
            for (Recorded recorded : page) {
                told.add(new Heard.Told(recorded.seq(), HistoryCheck.type(recorded.occurrence())));
            }
        }
    }

    /** Loses every third hint, and brings some late. */
    private final class LossyFeed implements Feed {
        @Override
        public void announce(GameId of, long head) {
            if (random.nextInt(3) > 0) {
                listener.hinted = random.nextInt(4) == 0 ? head - 1 : head;
            }
        }

        @Override
        public Subscription listen(GameId of, LongConsumer head) {
            throw new UnsupportedOperationException();
        }
    }

    /**
     * @param log one that does not have the game of this seed
     * @param founding creates the game
     * @param scripts what each of the players does
     */
    Simulation(
            long seed,
            GameLog log,
            Decider decider,
            Command.CreateGame founding,
            List<List<Command>> scripts) {
        this.random = new Random(seed);
        this.game = game(seed);
        this.log = log;
        this.decider = decider;
        for (int i = 0; i < NODES; i++) {
            nodes.add(start(i));
        }
        var master = new Client(game, "ann", List.of(founding), ticks::incrementAndGet, asked);
        master.send(nodes.getFirst());
        finish(nodes.getFirst());
        for (int i = 0; i < scripts.size(); i++) {
            clients.add(
                    new Client(game, "player" + i, scripts.get(i), ticks::incrementAndGet, asked));
        }
    }

    /** The game of a seed. */
    static GameId game(long seed) {
        return new GameId(new UUID(0, seed).toString());
    }

    private Node start(int number) {
        return new Node(log, new LossyFeed(), decider, this::seed, "node" + number);
    }

    private String seed() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Runs the schedule and checks what was. */
    List<Violation> violations() {
        return HistoryCheck.of(game, run(), GameState::hash);
    }

    /** Runs the schedule, lets all come to an end without further faults, and tells what was. */
    History run() {
        try {
            for (int step = 0; step < STEPS && !clients.stream().allMatch(Client::isDone); step++) {
                step();
            }
            heal();
            return history();
        } finally {
            nodes.forEach(Node::close);
        }
    }

    private void step() {
        int which = random.nextInt(NODES);
        frozen[which] = Math.max(0, frozen[which] - 1);
        Node node = nodes.get(which);
        int dice = random.nextInt(100);
        if (dice < 55) {
            if (frozen[which] == 0 && node.gate().hasCaller()) {
                node.gate().release(fate());
                node.settle();
            }
        } else if (dice < 85) {
            act(clients.get(random.nextInt(clients.size())), node);
            node.settle();
        } else if (dice < 90) {
            listen();
        } else if (dice < 95) {
            node.moveClock(CLOCK_STEP.multipliedBy(random.nextInt(-30, 31)));
        } else if (dice < 98) {
            frozen[which] = random.nextInt(20);
        } else {
            node.kill(random.nextBoolean() ? Gate.Fate.LOSE : Gate.Fate.FAIL);
            nodes.set(which, start(which));
            frozen[which] = 0;
        }
    }

    private Gate.Fate fate() {
        int dice = random.nextInt(20);
        return dice == 0 ? Gate.Fate.FAIL : dice == 1 ? Gate.Fate.LOSE : Gate.Fate.PASS;
    }

    private void act(Client client, Node node) {
        if (client.waits()) {
            if (random.nextInt(6) == 0) {
                client.loosePatience();
            }
        } else if (random.nextInt(8) == 0) {
            client.repeat(node, random.nextInt(10));
        } else {
            client.send(node);
            if (random.nextInt(6) == 0) {
                Node other = nodes.get(random.nextInt(NODES));
                client.send(other);
                other.settle();
            }
        }
    }

    private void listen() {
        if (listener.hinted > listener.told.size() || random.nextInt(4) == 0) {
            listener.readOn();
        }
    }

    private void finish(Node node) {
        node.settle();
        while (!node.hasNothingToDo()) {
            node.gate().release(Gate.Fate.PASS);
            node.settle();
        }
    }

    private void heal() {
        nodes.forEach(this::finish);
        for (Client client : clients) {
            while (!client.isDone()) {
                Node node = nodes.get(random.nextInt(NODES));
                client.send(node);
                finish(node);
            }
        }
        long head = Objects.requireNonNull(log.head(game)).head();
        for (int page = 0; page < head && listener.told.size() < head; page++) {
            listener.readOn();
        }
    }

    private History history() {
        List<Served> served = new ArrayList<>();
        for (Node node : nodes) {
            Games.Snapshot snapshot = Objects.requireNonNull(node.games().snapshot(game));
            served.add(new Served("a node", snapshot.head(), snapshot.state().hash()));
        }
        return new History(
                asked,
                log.entries(game, 0, Integer.MAX_VALUE),
                List.of(new Heard("the listener", 0, listener.told, true)),
                served);
    }
}
