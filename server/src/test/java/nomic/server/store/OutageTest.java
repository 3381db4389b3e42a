package nomic.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

final class OutageTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "55P03", "57P01", "25P03", "90028", "90098", "HYT00"})
    void a_database_that_is_away_is_an_outage(String state) {
        var away = new SQLException("away", state);

        assertThat(Outage.is(new GenericJDBCException("Cannot read", away, "select"))).isTrue();
    }

    @Test
    void a_pool_that_has_run_dry_is_an_outage() {
        assertThat(Outage.is(new IllegalStateException(new SQLTransientConnectionException("dry"))))
                .isTrue();
    }

    @Test
    void a_file_that_cannot_be_written_is_an_outage() {
        var full = new SQLException("General error", "HY000", new IOException("No space left"));

        assertThat(Outage.is(new IllegalStateException(full))).isTrue();
        assertThat(Outage.is(new UncheckedIOException(new IOException("of no database"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22001"})
    void a_statement_that_cannot_be_carried_out_is_a_mistake(String state) {
        assertThat(Outage.is(new IllegalStateException(new SQLException("mistake", state))))
                .isFalse();
        assertThat(Outage.is(new IllegalStateException("mistake"))).isFalse();
    }
}
