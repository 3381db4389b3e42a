package nomic.server.store;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

final class H2GameLogIT extends StoredGameLogContract {
    @TempDir static Path folder;

    @Override
    String url() {
        return Database.urlIn(folder);
    }
}
