package nomic.server.owner;

import static nomic.server.web.ProblemType.INVALID_GRANT;

import nomic.log.Trace;
import nomic.server.account.Account;
import nomic.server.account.AccountName;
import nomic.server.account.Accounts;
import nomic.server.mail.Mail;
import nomic.server.mail.Post;
import nomic.server.rate.Rates;
import nomic.server.token.ApiTokens;
import nomic.server.token.PasswordResets;
import nomic.server.token.Sessions;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Lets people who have forgotten their password set another one, by a mail to their address. */
public final class ResetRoutes {
    private static final System.Logger LOG = System.getLogger(ResetRoutes.class.getName());
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TOKEN = 200;
    private static final String TEXT =
            """
            Somebody, probably you, asked for a new password of the Nomic account %s.

            The token for it is

            %s

            It is good once, for an hour. Send it with the new password:

            POST /api/v1/password-resets/confirm
            {"token": "%s", "password": "..."}

            If you did not ask for it, there is nothing to do.
            """;

    private final Accounts accounts;
    private final Confirmation confirmation;
    private final PasswordResets resets;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Post post;
    private final Rates rates;
    private final Executor later;

    /**
     * @param later where mail is written, so that the answer does not tell whether there is any
     */
    public ResetRoutes(
            Accounts accounts,
            Confirmation confirmation,
            PasswordResets resets,
            Sessions sessions,
            ApiTokens tokens,
            Post post,
            Rates rates,
            Executor later) {
        this.accounts = accounts;
        this.confirmation = confirmation;
        this.resets = resets;
        this.sessions = sessions;
        this.tokens = tokens;
        this.post = post;
        this.rates = rates;
        this.later = later;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/password-resets", this::ask),
                Route.post("/api/v1/password-resets/confirm", this::confirm));
    }

    /** The answer is the same whether somebody has the name, and an address, or not. */
    private Answer ask(Request request) {
        String name = AccountName.normal(request.json().text("name", LONGEST_NAME));
        rates.login(request);
        if (name != null) {
            rates.name(request, AccountName.key(name));
            later.execute(() -> write(name));
        }
        return new Answer(202, "", new byte[0], Map.of());
    }

    private void write(String name) {
        try {
            writeTo(name);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, () -> "Mail was not written: " + Trace.of(e));
        }
    }

    private void writeTo(String name) {
        Account account = accounts.byName(name);
        String email = account == null ? null : account.email();
        if (account != null && email != null) {
            String token = resets.make(account.id());
            String text = TEXT.formatted(account.name(), token, token);
            post.send(new Mail(email, "A new password for Nomic", text));
        }
    }

    /** Who knew the old password may have made log-ins and tokens, so all of them end. */
    private Answer confirm(Request request) {
        Body body = request.json();
        String token = body.text("token", LONGEST_TOKEN);
        rates.login(request);
        String hash = confirmation.hash(body, "password");
        UUID account = resets.use(token);
        if (account == null || !accounts.setPassword(account, hash)) {
            return Answer.problem(
                    INVALID_GRANT.because(
                            "The token has been used or has expired; ask for another one."));
        }
        sessions.endAll(account, null);
        tokens.endAll(account);
        return Answer.nothing();
    }
}
