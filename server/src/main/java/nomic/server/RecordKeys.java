package nomic.server;

import nomic.record.RecordKey;

import java.io.IOException;
import java.nio.file.Path;

/** The key in the data folder that records are signed with. */
public final class RecordKeys {
    private static final String FILE = "record-key.pem";

    private RecordKeys() {}

    /** Reads the key of a data folder, or makes it; throws {@link CannotStart}. */
    public static RecordKey in(Path folder) {
        try {
            return RecordKey.in(folder.resolve(FILE));
        } catch (IOException e) {
            throw new CannotStart("Cannot use the key for records in " + folder, e);
        }
    }
}
