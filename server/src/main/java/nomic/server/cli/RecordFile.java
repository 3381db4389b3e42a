package nomic.server.cli;

import nomic.record.GameRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads records that command lines name. */
final class RecordFile {
    /** In bytes: a game of many years. */
    private static final long LARGEST = 4L << 30;

    private RecordFile() {}

    static GameRecord read(Path file, Output output) {
        try {
            return switch (GameRecord.read(() -> Files.newInputStream(file), LARGEST)) {
                case GameRecord.Read.Fine(GameRecord record) -> record;
                case GameRecord.Read.Refused refused ->
                        throw output.wrong(file + " is no record of a game. " + refused.told());
            };
        } catch (IOException e) {
            throw output.wrong("Cannot read " + file + " (" + e.getClass().getSimpleName() + ")");
        }
    }
}
