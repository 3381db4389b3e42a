package nomic.server.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Delivers mail over SMTP from a thread of its own. What cannot be delivered is logged and lost.
 */
public final class SmtpPost implements Post {
    private static final System.Logger LOG = System.getLogger(SmtpPost.class.getName());
    private static final int WAITING = 1000;
    private static final String TIMEOUT = "10000";

    private final String from;
    private final Session session;
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING),
                    Thread.ofPlatform().daemon().name("mail").factory());

    public SmtpPost(MailSettings settings) {
        this.from = settings.from();
        String protocol = settings.server().getScheme();
        String prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", settings.server().getHost());
        if (settings.server().getPort() >= 0) {
            properties.setProperty(prefix + "port", "" + settings.server().getPort());
        }
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT);
        properties.setProperty(prefix + "timeout", TIMEOUT);
        properties.setProperty(prefix + "writetimeout", TIMEOUT);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        String user = settings.user();
        String password = settings.password();
        if (user == null || password == null) {
            session = Session.getInstance(properties);
        } else {
            properties.setProperty(prefix + "auth", "true");
            properties.setProperty(
                    prefix + "starttls.required", Boolean.toString(protocol.equals("smtp")));
            session = Session.getInstance(properties, new Login(user, password));
        }
    }

    private static final class Login extends Authenticator {
        private final String user;
        private final String password;

        Login(String user, String password) {
            this.user = user;
            this.password = password;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user, password);
        }
    }

    @Override
    public void send(Mail mail) {
        try {
            thread.execute(() -> deliver(mail));
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, "Mail was dropped: too much of it waits");
        }
    }

    private void deliver(Mail mail) {
        try {
            var message = new MimeMessage(session);
            message.setFrom(new InternetAddress(from));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
            message.setSubject(mail.subject(), "UTF-8");
            message.setText(mail.text(), "UTF-8");
            Transport.send(message);
        } catch (MessagingException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Mail was not delivered: {0}",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
