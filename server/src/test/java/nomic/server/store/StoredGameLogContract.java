package nomic.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.log.GameLog;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.InstantSource;

/** What every log in a database must do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoredGameLogContract extends GameLogContract {
    Database database;

    abstract String url();

    @BeforeAll
    void open() {
        database = Database.open(url());
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    GameLog log() {
        return new StoredGameLog(database.sessions(), InstantSource.system());
    }

    @Test
    void a_second_opening_finds_the_same_entries() {
        committed(log().append(game, log().takeOver(game, "one"), decided("ann", "a", "hello")));
        var before = log().entries(game, 0, 10);
        database.close();
        open();
        assertThat(log().entries(game, 0, 10)).isEqualTo(before);
    }
}
