package nomic.server.mail;

/** Notes in the log that there would be mail, and not what it says: that may be a secret. */
public final class LoggedPost implements Post {
    private static final System.Logger LOG = System.getLogger(LoggedPost.class.getName());

    @Override
    public void send(Mail mail) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Mail was not sent, as no mail server is set: {0}",
                mail.subject());
    }

    @Override
    public void close() {
        // holds nothing
    }
}
