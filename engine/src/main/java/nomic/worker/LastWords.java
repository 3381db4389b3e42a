package nomic.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The end of what a process writes on its error output, which is read so that it never blocks. */
final class LastWords {
    private static final int KEPT = 2000;

    private String text = "";

    private LastWords() {}

    static LastWords of(InputStream errors) {
        var words = new LastWords();
        Thread.ofPlatform().daemon().name("worker-errors").start(() -> words.read(errors));
        return words;
    }

    synchronized String text() {
        return text;
    }

    private void read(InputStream errors) {
        byte[] buffer = new byte[KEPT];
        try (errors) {
            for (int read = errors.read(buffer); read >= 0; read = errors.read(buffer)) {
                add(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException _) {
            add("\n(its error output could not be read to the end)");
        }
    }

    private synchronized void add(String more) {
        text += more;
        text = text.substring(Math.max(0, text.length() - KEPT));
    }
}
