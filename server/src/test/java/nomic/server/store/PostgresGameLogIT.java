package nomic.server.store;

final class PostgresGameLogIT extends StoredGameLogContract {
    private final String url = Postgres.newDatabase();

    @Override
    String url() {
        return url;
    }
}
