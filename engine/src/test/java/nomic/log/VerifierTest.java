package nomic.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.game.Occurrence;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.log.Finding.What;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

final class VerifierTest {
    private static final GameId GAME = new GameId("11111111-1111-1111-1111-111111111111");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int BALLOT = 4;
    private static final int ROLL = 5;

    private final Verifier verifier = new Verifier(new TableRules());
    private List<Entry> honest = List.of();

    @BeforeEach
    void play() {
        InMemoryGameLog log = new InMemoryGameLog();
        LocalGames games =
                new LocalGames(
                        log, new LocalFeed(), new TableRules(), () -> NOON, () -> "5eed0", "test");
        var founding = List.of(new Command.FoundingRule(101, "First", false, "Obey.", "rule"));
        List<Command> commands =
                List.of(
                        new Command.CreateGame("table", "none", founding),
                        new Command.Join(),
                        new Command.Propose(Kind.ENACT, 0, "A rule", "It rules.", "code"),
                        new Command.Vote(102, Choice.FOR, null),
                        new Command.Act("roll", Map.of()),
                        new Command.Act("roll", Map.of()),
                        new Command.Start());
        for (int i = 0; i < commands.size(); i++) {
            games.submit(GAME, "ann", "c" + (i + 1), commands.get(i)).join();
        }
        games.close();
        honest = log.entries(GAME, 0, 100);
    }

    @Test
    void an_honest_log_has_no_findings() {
        assertThat(verify(honest)).isEmpty();
    }

    @Test
    void an_altered_entry_breaks_its_link_and_no_other() {
        assertThat(
                        verify(altered(ROLL, entry -> withSeed(entry, "0000"))).stream()
                                .filter(finding -> finding.what() == What.CHAIN))
                .extracting(Finding::position)
                .containsExactly((long) ROLL);
    }

    @Test
    void an_altered_link_is_found_where_it_is() {
        List<Entry> log = altered(ROLL, entry -> entry.withLink("0".repeat(64)));
        assertThat(verify(log))
                .extracting(Finding::position, Finding::what)
                .containsExactly(tuple((long) ROLL, What.CHAIN));
    }

    @Test
    void a_missing_entry_is_found() {
        List<Entry> log = new ArrayList<>(honest);
        log.remove(ROLL - 1);
        assertThat(verify(log)).extracting(Finding::what).contains(What.ORDER, What.CHAIN);
    }

    @Test
    void a_missing_end_is_found() {
        assertThat(verify(honest.subList(0, ROLL)))
                .extracting(Finding::position, Finding::what)
                .containsExactly(tuple((long) honest.size(), What.ORDER));
    }

    @Test
    void an_altered_ballot_is_located_though_the_chain_was_hashed_anew() {
        assertLocated(BALLOT, rehashed(altered(BALLOT, VerifierTest::withBallotAgainst)));
        assertLocated(BALLOT, rehashed(altered(BALLOT, VerifierTest::withVoteAgainst)));
        assertLocated(
                BALLOT,
                rehashed(altered(BALLOT, entry -> withVoteAgainst(withBallotAgainst(entry)))));
    }

    @Test
    void an_altered_seed_is_located_though_the_chain_was_hashed_anew() {
        assertLocated(ROLL, rehashed(altered(ROLL, entry -> withSeed(entry, "5eec0"))));
    }

    @Test
    void an_altered_byte_of_a_rule_is_located_though_the_chain_was_hashed_anew() {
        UnaryOperator<String> swap = text -> text.replace("\"code\":\"rule\"", "\"code\":\"rulf\"");
        assertLocated(1, rehashed(altered(1, entry -> withEvents(entry, swap))));
        assertLocated(1, rehashed(altered(1, entry -> withEnvelope(entry, swap))));
    }

    @Test
    void two_altered_entries_are_both_located() {
        List<Entry> log = altered(BALLOT, VerifierTest::withBallotAgainst);
        log.set(ROLL - 1, withSeed(log.get(ROLL - 1), "5eec0"));
        assertThat(verify(rehashed(log)).stream().map(Finding::position).distinct())
                .containsExactly((long) BALLOT, (long) ROLL);
    }

    @Test
    void time_and_epoch_that_go_back_are_found() {
        List<Entry> log =
                rehashed(
                        altered(
                                ROLL,
                                entry ->
                                        withEnvelope(
                                                entry, text -> text.replace("12:00", "11:00"))));
        assertThat(verify(log)).extracting(Finding::what).contains(What.ORDER);
    }

    @Test
    void rules_that_break_on_an_entry_are_a_finding() {
        Decider broken =
                (state, envelope) -> {
                    if (envelope.id().equals("c5")) {
                        throw new IllegalStateException("A bug.");
                    }
                    return new TableRules().decide(state, envelope);
                };
        assertThat(new Verifier(broken).verify(new Kept(honest), GAME))
                .extracting(Finding::position, Finding::what)
                .containsExactly(tuple(5L, What.UNDECIDABLE));
    }

    @Test
    void an_entry_that_cannot_be_read_is_located() {
        Kept log =
                new Kept(honest) {
                    @Override
                    public List<Entry> entries(GameId game, long afterPosition, int limit) {
                        if (afterPosition < ROLL && afterPosition + limit >= ROLL) {
                            throw new IllegalStateException("Damaged.");
                        }
                        return super.entries(game, afterPosition, limit);
                    }
                };
        assertThat(verifier.verify(log, GAME))
                .extracting(Finding::position, Finding::what)
                .containsExactly(tuple((long) ROLL, What.UNREADABLE));
    }

    private void assertLocated(int position, List<Entry> log) {
        assertThat(verify(log)).isNotEmpty().allMatch(finding -> finding.position() == position);
        assertThat(verify(log)).noneMatch(finding -> finding.what() == What.CHAIN);
    }

    private List<Finding> verify(List<Entry> entries) {
        return verifier.verify(new Kept(entries), GAME);
    }

    private List<Entry> altered(int position, UnaryOperator<Entry> change) {
        List<Entry> log = new ArrayList<>(honest);
        log.set(position - 1, change.apply(log.get(position - 1)));
        return log;
    }

    private static List<Entry> rehashed(List<Entry> entries) {
        List<Entry> log = new ArrayList<>();
        String previous = Chain.start(GAME);
        for (Entry entry : entries) {
            Entry moved = copy(entry, entry.envelope(), entry.events(), previous);
            log.add(moved.withLink(Chain.link(moved)));
            previous = log.getLast().link();
        }
        return log;
    }

    private static Entry withSeed(Entry entry, String seed) {
        return withEnvelope(entry, text -> text.replace(entry.envelope().seed(), seed));
    }

    private static Entry withVoteAgainst(Entry entry) {
        return withEnvelope(entry, text -> text.replace("FOR", "AGAINST"));
    }

    private static Entry withBallotAgainst(Entry entry) {
        return withEvents(entry, text -> text.replace("FOR", "AGAINST"));
    }

    private static Entry withEnvelope(Entry entry, UnaryOperator<String> change) {
        String text = change.apply(Canonical.text(entry.envelope()));
        assertThat(text).isNotEqualTo(Canonical.text(entry.envelope()));
        return copy(entry, Canonical.read(text, Envelope.class), entry.events(), entry.previous());
    }

    private static Entry withEvents(Entry entry, UnaryOperator<String> change) {
        List<Occurrence> events =
                entry.events().stream()
                        .map(Canonical::text)
                        .map(change)
                        .map(text -> Canonical.read(text, Occurrence.class))
                        .toList();
        assertThat(events).isNotEqualTo(entry.events());
        return copy(entry, entry.envelope(), events, entry.previous());
    }

    private static Entry copy(
            Entry entry, Envelope envelope, List<Occurrence> events, String previous) {
        return new Entry(
                entry.game(),
                entry.epoch(),
                entry.position(),
                envelope,
                entry.outcome(),
                events,
                entry.firstSeq(),
                entry.lastSeq(),
                entry.rulebookHash(),
                entry.stateHash(),
                previous,
                entry.link(),
                entry.use());
    }

    /** Entries as somebody left them. */
    private static class Kept implements GameLog {
        private final List<Entry> entries;

        Kept(List<Entry> entries) {
            this.entries = entries;
        }

        @Override
        public Tenure takeOver(GameId game, String node) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Appended append(GameId game, Tenure tenure, Decided decided) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void quarantine(GameId game, String why) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean release(GameId game) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable String quarantined(GameId game) {
            return null;
        }

        @Override
        public @Nullable Tenure head(GameId game) {
            return new Tenure(1, 6, 7, "");
        }

        @Override
        public @Nullable Entry find(GameId game, String player, String command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> entries(GameId game, long afterPosition, int limit) {
            return entries.stream()
                    .filter(entry -> entry.position() > afterPosition)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Recorded> read(GameId game, long afterSeq, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SequencedMap<GameId, Long> heads() {
            return new LinkedHashMap<>(Map.of(GAME, 6L));
        }
    }
}
