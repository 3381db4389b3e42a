package nomic.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.GameStatus;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.log.Entry;
import nomic.log.Finding;
import nomic.log.GameId;
import nomic.log.InMemoryGameLog;
import nomic.log.LocalFeed;
import nomic.log.LocalGames;
import nomic.log.Verifier;
import nomic.session.Interpreter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A game with real rules, as a file and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GameRecordTest {
    private static final GameId GAME = new GameId("11111111-1111-1111-1111-111111111111");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long MOST = 1_000_000;
    private static final String LAW =
            """
            rule "ending throws a die"
            when
                TurnEnded( $p : player )
            then
                law.award($p, law.roll(6));
            end
            """;

    private final Interpreter rules = Interpreter.standard();
    private final RecordKey key = RecordKey.make();
    private final InMemoryGameLog log = new InMemoryGameLog();
    private String text = "";

    @BeforeAll
    void play() throws IOException {
        play(log, Limits.STANDARD);
        text = written(log, key);
    }

    @AfterAll
    void close() {
        rules.close();
    }

    private void play(InMemoryGameLog into, Limits limits) {
        var games =
                new LocalGames(
                        into, new LocalFeed(), rules, () -> NOON, () -> "5e".repeat(32), "test");
        var founding = List.of(new Command.FoundingRule(101, "Dice", true, "Throw.", LAW));
        List<Command> commands =
                List.of(
                        new Command.CreateGame("A \u00e4 table", "none", founding, limits),
                        new Command.Join(),
                        new Command.Start(),
                        new Command.EndTurn(),
                        new Command.Order.RollBack(3, "Again."),
                        new Command.EndTurn(),
                        new Command.Join(),
                        new Command.Order.EndGame("Enough."));
        for (int i = 0; i < commands.size(); i++) {
            games.submit(GAME, "ann", "c" + i, commands.get(i)).join();
        }
        games.close();
    }

    private static String written(InMemoryGameLog from, RecordKey by) throws IOException {
        var out = new ByteArrayOutputStream();
        new RecordWriter(from, by, "nomic test").write(GAME, out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    private static GameRecord.Read read(String file) {
        byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return GameRecord.read(() -> new ByteArrayInputStream(bytes), MOST);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static GameRecord fine(String file) {
        GameRecord.Read read = read(file);
        assertThat(read).isInstanceOf(GameRecord.Read.Fine.class);
        return ((GameRecord.Read.Fine) read).record();
    }

    private static GameRecord.Read.Refused refused(String file) {
        GameRecord.Read read = read(file);
        assertThat(read).isInstanceOf(GameRecord.Read.Refused.class);
        return (GameRecord.Read.Refused) read;
    }

    @Test
    void a_record_has_all_that_the_log_has() {
        GameRecord record = fine(text);

        assertThat(record.game()).isEqualTo(GAME);
        assertThat(record.header().name()).isEqualTo("A \u00e4 table");
        assertThat(record.header().players()).containsExactly("ann");
        assertThat(record.header().created()).isEqualTo(NOON);
        assertThat(record.header().status()).isEqualTo(GameStatus.FINISHED);
        List<Entry> entries = record.log().entries(GAME, 0, 100);
        assertThat(entries.stream().map(Canonical::text).toList())
                .usingElementComparator(GameRecordTest::ignoringUse)
                .isEqualTo(log.entries(GAME, 0, 100).stream().map(Canonical::text).toList());
        assertThat(record.log().read(GAME, 3, 2)).isEqualTo(log.read(GAME, 3, 2));
        assertThat(text.lines()).hasSize(entries.size() + 2).allMatch(l -> l.startsWith("{"));
    }

    private static int ignoringUse(String one, String other) {
        return withoutUse(one).compareTo(withoutUse(other));
    }

    private static String withoutUse(String entry) {
        return entry.replaceFirst("\"use\":\\{.*$", "");
    }

    @Test
    void an_honest_record_is_signed_and_has_no_findings() {
        assertThat(fine(text).isSigned()).isTrue();
        assertThat(fine(text).trailer().key()).isEqualTo(key.open());
        assertThat(fine(text).verify(rules)).isEmpty();
    }

    @Test
    void any_part_of_a_log_can_be_read_in_any_order() {
        var record = fine(text).log();
        for (int after : new int[] {5, 0, 3, 7, 8, 1}) {
            assertThat(record.entries(GAME, after, 2).stream().map(Entry::link).toList())
                    .isEqualTo(log.entries(GAME, after, 2).stream().map(Entry::link).toList());
        }
    }

    @Test
    void a_changed_byte_breaks_the_signature_and_is_located() {
        String forged = text.replaceFirst("\"id\":\"c3\"", "\"id\":\"cX\"");
        GameRecord record = fine(forged);

        assertThat(record.isSigned()).isFalse();
        assertThat(record.verify(rules))
                .extracting(Finding::position, Finding::what)
                .contains(tuple(4L, Finding.What.CHAIN));
        assertThat(record.verify(rules)).allMatch(finding -> finding.position() == 4);
    }

    @Test
    void a_forgery_that_is_signed_anew_is_that_of_another() throws IOException {
        RecordKey other = RecordKey.make();
        GameRecord record = fine(written(log, other));

        assertThat(record.isSigned()).isTrue();
        assertThat(record.trailer().key()).isNotEqualTo(key.open());
        String swapped = text.replace(key.open(), other.open());
        assertThat(fine(swapped).isSigned()).isFalse();
    }

    @Test
    void what_is_no_whole_record_is_refused_with_its_line() {
        List<String> lines = text.lines().toList();
        String cut = text.substring(0, text.length() - 20);

        assertThat(refused("").told()).isEqualTo("Line 1: the file is empty.");
        assertThat(refused("{}\n").line()).isEqualTo(1);
        assertThat(refused(cut).line()).isEqualTo(lines.size());
        assertThat(refused(cut).why()).contains("cut off");
        assertThat(refused(joined(lines.subList(0, 5))).why()).contains("cut off");
        assertThat(refused(joined(lines.subList(1, 5))).why()).contains("header");
        assertThat(refused(text + "{}\n").why()).contains("more after the trailer");
        assertThat(refused(text.replaceFirst("\"version\":1", "\"version\":2")).why())
                .contains("version 2");
        var fewer = new ArrayList<>(lines);
        fewer.remove(3);
        assertThat(refused(joined(fewer)).why()).contains("counts 8 entries, and there are 7");
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void a_line_has_one_encoding_only() {
        String spaced = text.replaceFirst("\"id\":\"c3\"", "\"id\": \"c3\"");
        String twice = text.replaceFirst("\"id\":\"c3\"", "\"id\":\"x\",\"id\":\"c3\"");
        String unknown = text.replaceFirst("\"id\":\"c3\"", "\"id\":\"c3\",\"more\":1");
        for (String file : List.of(spaced, twice, unknown)) {
            assertThat(fine(file).verify(rules))
                    .extracting(Finding::position, Finding::what)
                    .containsExactly(tuple(4L, Finding.What.UNREADABLE));
        }
    }

    @Test
    void limits_that_no_game_can_have_are_not_used() throws IOException {
        var mine = new InMemoryGameLog();
        play(mine, Limits.STANDARD.with(Limit.FUEL, Long.MAX_VALUE));

        assertThat(fine(written(mine, key)).verify(rules))
                .extracting(Finding::position, Finding::what)
                .containsExactly(tuple(1L, Finding.What.UNREADABLE));
    }

    @Test
    void a_file_that_is_too_large_is_not_read_on() {
        String endless = "{\"header\":" + "[".repeat((int) MOST);
        assertThat(refused(endless).why()).contains("more than " + MOST + " bytes");
    }

    /** Bytes are changed, removed, doubled and moved by chance, from a fixed beginning. */
    @Test
    void no_damage_breaks_the_reader() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var damaged = new StringBuilder(text);
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + 1 + random.nextInt(40));
            switch (random.nextInt(4)) {
                case 0 -> damaged.setCharAt(at, (char) random.nextInt(256));
                case 1 -> damaged.delete(at, to);
                case 2 -> damaged.insert(at, text, at, to);
                default -> damaged.insert(random.nextInt(text.length()), text, at, to);
            }
            if (read(damaged.toString()) instanceof GameRecord.Read.Fine(GameRecord record)
                    && !damaged.toString().equals(text)) {
                assertThat(record.isSigned()).isFalse();
                if (i % 10 == 0) {
                    assertThat(record.verify(rules)).isNotNull();
                }
            }
        }
    }

    @Test
    void a_key_is_kept_in_a_file_of_its_owner(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("record-key.pem");
        RecordKey made = RecordKey.in(file);

        assertThat(RecordKey.in(file).open()).isEqualTo(made.open());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> RecordKey.in(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("record-key.pem holds no Ed25519 key");
    }

    @Test
    void the_same_verifier_reads_logs_and_records() {
        assertThat(new Verifier(rules).verify(fine(text).log(), GAME)).isEmpty();
    }
}
