package nomic.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.log.Appended;
import nomic.log.Tenure;

import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

final class PostgresGameLogIT extends StoredGameLogContract {
    private final String url = Postgres.newDatabase();

    @Override
    String url() {
        return url;
    }

    @Test
    void a_writer_that_stops_in_mid_transaction_is_put_out() {
        Tenure old = log().takeOver(game, "one");
        StatelessSession stopped = database.sessions().openStatelessSession();
        stopped.beginTransaction();
        stopped.createMutationQuery("update StoredGame set head = 99 where game = :game")
                .setParameter("game", game.value())
                .executeUpdate();

        Tenure fresh = log().takeOver(game, "two");
        assertThat(fresh.epoch()).isEqualTo(2);
        assertThat(fresh.head()).isZero();
        assertThat(log().append(game, old, decided("ann", "a", "late")))
                .isEqualTo(new Appended.Fenced(2));
    }
}
