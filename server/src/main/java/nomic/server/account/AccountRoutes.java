package nomic.server.account;

import static nomic.server.web.ProblemType.BAD_ARGUMENT;
import static nomic.server.web.ProblemType.BUSY;
import static nomic.server.web.ProblemType.NAME_TAKEN;
import static nomic.server.web.ProblemType.UNKNOWN_ACCOUNT;

import nomic.server.rate.Rates;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;
import java.util.UUID;

/** Opens accounts, and shows them. */
public final class AccountRoutes {
    public static final int SHORTEST_PASSWORD = 8;
    public static final int LONGEST_PASSWORD = 200;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Rates rates;

    public AccountRoutes(Accounts accounts, Passwords passwords, Rates rates) {
        this.rates = rates;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/accounts", this::create),
                Route.get("/api/v1/accounts/{name}", this::account));
    }

    /** An account as everybody may see it. */
    public record AccountView(UUID id, String name, boolean bot) {
        public static AccountView of(Account account) {
            return new AccountView(account.id(), account.name(), account.bot());
        }
    }

    private Answer account(Request request) {
        String name = AccountName.normal(request.path("name"));
        Account account = name == null ? null : accounts.byName(name);
        return account == null
                ? Answer.problem(UNKNOWN_ACCOUNT.because("Nobody here has this name."))
                : Answer.ok(AccountView.of(account));
    }

    private Answer create(Request request) {
        Body body = request.json();
        String name = AccountName.normal(body.text("name", 100));
        if (name == null) {
            return Answer.problem(BAD_ARGUMENT.because(AccountName.RULE));
        }
        String password = body.text("password", LONGEST_PASSWORD, "");
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return Answer.problem(
                    BAD_ARGUMENT.because(
                            "Member 'password' must have %d to %d characters."
                                    .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD)));
        }
        rates.login(request);
        String hash = passwords.hash(password);
        if (hash == null) {
            return Answer.problem(
                    BUSY.because("Too many people log in just now.")
                            .withHeader("Retry-After", "2"));
        }
        return switch (accounts.create(name, hash, body.flag("bot", false))) {
            case Accounts.Registered.Created(Account account) ->
                    Answer.created("/api/v1/me", AccountView.of(account));
            case Accounts.Registered.NameTaken _ ->
                    Answer.problem(
                            NAME_TAKEN.because(
                                    "Another account is called "
                                            + name
                                            + "; choose another name."));
            case Accounts.Registered.LooksTaken _ ->
                    Answer.problem(
                            NAME_TAKEN.because(
                                    "Another account has a name that looks like "
                                            + name
                                            + "; choose another name."));
        };
    }
}
