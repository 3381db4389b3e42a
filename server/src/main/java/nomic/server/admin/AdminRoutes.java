package nomic.server.admin;

import static nomic.server.web.ProblemType.BAD_ARGUMENT;
import static nomic.server.web.ProblemType.UNKNOWN_ACCOUNT;

import nomic.server.account.Account;
import nomic.server.account.AccountName;
import nomic.server.account.Accounts;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.token.SigningKeys;
import nomic.server.web.Answer;
import nomic.server.web.Request;
import nomic.server.web.Route;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lists and suspends accounts, and changes the keys that sign tokens. */
public final class AdminRoutes {
    private static final System.Logger LOG = System.getLogger(AdminRoutes.class.getName());
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;

    private final Authentication authentication;
    private final Accounts accounts;
    private final SigningKeys keys;

    public AdminRoutes(Authentication authentication, Accounts accounts, SigningKeys keys) {
        this.authentication = authentication;
        this.accounts = accounts;
        this.keys = keys;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/admin/accounts", this::list),
                Route.post("/api/v1/admin/accounts/{name}/suspension", this::suspend),
                Route.delete("/api/v1/admin/accounts/{name}/suspension", this::lift),
                Route.post("/api/v1/admin/signing-keys", this::rotate));
    }

    /**
     * An account as administrators see it.
     *
     * @param suspension why it is suspended; null where it is not
     */
    private record AdminView(
            UUID id,
            String name,
            boolean bot,
            boolean administrator,
            Instant created,
            @Nullable Instant suspended,
            @Nullable String suspension) {
        static AdminView of(Account account) {
            return new AdminView(
                    account.id(),
                    account.name(),
                    account.bot(),
                    account.administrator(),
                    account.createdAt(),
                    account.suspendedAt(),
                    account.suspension());
        }
    }

    /** Accounts in the order of their names, those after {@code since} only. */
    private Answer list(Request request) {
        authentication.account(request, Scope.ADMIN);
        String since = request.query("since", LONGEST_NAME);
        int limit = (int) request.query("limit", 1, 100, 50);
        return Answer.ok(
                accounts.page(since == null ? "" : since, limit).stream()
                        .map(AdminView::of)
                        .toList());
    }

    private Answer suspend(Request request) {
        Account administrator = authentication.account(request, Scope.ADMIN);
        Account account = named(request);
        String reason = request.json().text("reason", LONGEST_REASON);
        if (account.id().equals(administrator.id())) {
            return Answer.problem(BAD_ARGUMENT.because("You cannot suspend yourself."));
        }
        accounts.suspend(account.id(), reason);
        log("Account {0} was suspended by {1}", account, administrator);
        return Answer.nothing();
    }

    private Answer lift(Request request) {
        Account administrator = authentication.account(request, Scope.ADMIN);
        Account account = named(request);
        accounts.liftSuspension(account.id());
        log("Account {0} was taken back by {1}", account, administrator);
        return Answer.nothing();
    }

    private static void log(String what, Account account, Account administrator) {
        LOG.log(System.Logger.Level.INFO, what, account.id(), administrator.id());
    }

    private Account named(Request request) {
        String name = AccountName.normal(request.path("name"));
        Account account = name == null ? null : accounts.byName(name);
        if (account == null) {
            throw UNKNOWN_ACCOUNT.because("Nobody here has this name.").rejection();
        }
        return account;
    }

    private Answer rotate(Request request) {
        authentication.account(request, Scope.ADMIN);
        keys.rotate();
        return Answer.nothing();
    }
}
