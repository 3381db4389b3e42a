package nomic.server.mail;

/** Delivers mail, sooner or later or never: who sends it does not wait and is not told. */
public interface Post extends AutoCloseable {
    void send(Mail mail);

    @Override
    void close();
}
