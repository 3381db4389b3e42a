package nomic.game;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.law.Player;
import nomic.law.Standing;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class CanonicalTest {
    @Test
    void a_record_is_written_as_its_components_in_order_of_name() {
        assertThat(Canonical.text(new Player("ann", 1, Standing.ACTIVE)))
                .isEqualTo("{\"name\":\"ann\",\"seat\":1,\"standing\":\"ACTIVE\"}");
    }

    @Test
    void a_member_of_a_sealed_type_names_its_kind() {
        assertThat(Canonical.text(new Command.Join())).isEqualTo("{\"command\":\"Join\"}");
        assertThat(Canonical.text(new Event.PlayerJoined("ann", 1)))
                .isEqualTo("{\"type\":\"PlayerJoined\",\"player\":\"ann\",\"seat\":1}");
    }

    @Test
    void any_text_is_written_in_ascii_and_read_back() {
        String odd = "é \uD83C\uDFB2 \u0000 \uD800";
        String text = Canonical.text(new Event.Announced(odd));
        assertThat(text).isASCII();
        assertThat(Canonical.read(text, Event.class)).isEqualTo(new Event.Announced(odd));
    }

    @Test
    void numbers_have_one_type_each_however_small() {
        String json = "{\"command\":\"Act\",\"arguments\":{\"a\":3,\"b\":0.10},\"name\":\"bid\"}";
        assertThat(Canonical.read(json, Command.class))
                .isEqualTo(new Command.Act("bid", Map.of("a", 3L, "b", new BigDecimal("0.10"))));
        assertThat(Canonical.text(Canonical.read(json, Command.class))).isEqualTo(json);
    }

    @Test
    void what_is_written_is_read_back() {
        Instant at = Instant.parse("2026-03-01T12:00:00.000000001Z");
        var envelope = new Envelope("id", "ann", at, "5eed", new Command.Start());
        assertThat(Canonical.read(Canonical.text(envelope), Envelope.class)).isEqualTo(envelope);

        var cause = new Cause.ByRule(202, 1, "the die", List.of());
        var occurrence = new Occurrence(new Event.DiceRolled(6, 4), cause);
        assertThat(Canonical.read(Canonical.text(occurrence), Occurrence.class))
                .isEqualTo(occurrence);
    }

    @Test
    void standard_limits_are_not_written_and_nothing_reads_as_them() {
        var standard = new Command.CreateGame("table", "none", List.of());
        String text = Canonical.text(standard);
        assertThat(text)
                .isEqualTo(
                        "{\"command\":\"CreateGame\",\"name\":\"table\",\"rules\":[],"
                                + "\"ruleset\":\"none\"}");
        assertThat(Canonical.read(text, Command.class)).isEqualTo(standard);
        assertThat(Canonical.text(GameState.NONE)).doesNotContain("limits");
        assertThat(Canonical.read(Canonical.text(GameState.NONE), GameState.class))
                .isEqualTo(GameState.NONE);
    }

    @Test
    void only_limits_that_are_not_standard_are_written() {
        Limits limits =
                Limits.STANDARD.with(Limit.FUEL, 500_000).with(Limit.ASKS, Limit.ASKS.standard());
        var event = new Event.GameCreated("table", "none", "ann", List.of(), limits, null);
        String text = Canonical.text(event);
        assertThat(text).contains("\"limits\":{\"fuel\":500000}");
        assertThat(Canonical.read(text, Event.class)).isEqualTo(event);
        assertThat(Evolution.evolve(GameState.NONE, event).limits()).isEqualTo(limits);
    }

    @Test
    void use_is_written_without_zeros() {
        var use = new Use(0, 120, 0, 0, 1, 0, 5_000);
        String text = Canonical.text(use);
        assertThat(text).isEqualTo("{\"asks\":1,\"fuel\":120,\"time\":5000}");
        assertThat(Canonical.read(text, Use.class)).isEqualTo(use);
    }
}
