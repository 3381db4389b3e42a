package nomic.server.owner;

import static nomic.server.web.ProblemType.BAD_ARGUMENT;

import nomic.server.account.Account;
import nomic.server.account.Accounts;
import nomic.server.door.Doors;
import nomic.server.door.Guest;
import nomic.server.hook.Hook;
import nomic.server.hook.Hooks;
import nomic.server.notice.Notice;
import nomic.server.notice.Notices;
import nomic.server.store.PlayedCommands;
import nomic.server.talk.Moderation;
import nomic.server.talk.Talk;
import nomic.server.token.ApiTokens;
import nomic.server.token.Authentication;
import nomic.server.token.Identity;
import nomic.server.token.Scope;
import nomic.server.token.SessionView;
import nomic.server.token.Sessions;
import nomic.server.token.TokenView;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.Request;
import nomic.server.web.Route;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Shows an account to its owner, and changes it. */
public final class OwnerRoutes {
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189}");

    private final Authentication authentication;
    private final Confirmation confirmation;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final PlayedCommands commands;
    private final Talk talk;
    private final Moderation moderation;
    private final Notices notices;
    private final Hooks hooks;
    private final Doors doors;

    public OwnerRoutes(
            Authentication authentication,
            Confirmation confirmation,
            Accounts accounts,
            Sessions sessions,
            ApiTokens tokens,
            PlayedCommands commands,
            Talk talk,
            Moderation moderation,
            Notices notices,
            Hooks hooks,
            Doors doors) {
        this.authentication = authentication;
        this.confirmation = confirmation;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.commands = commands;
        this.talk = talk;
        this.moderation = moderation;
        this.notices = notices;
        this.hooks = hooks;
        this.doors = doors;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/me", this::me),
                Route.post("/api/v1/me/password", this::changePassword),
                Route.post("/api/v1/me/email", this::changeEmail),
                Route.get("/api/v1/me/export", this::export),
                Route.post("/api/v1/me/deletion", this::delete));
    }

    /** An account as its owner sees it. */
    private record OwnerView(
            UUID id,
            String name,
            boolean bot,
            boolean administrator,
            @Nullable String email,
            Instant created) {
        static OwnerView of(Account account) {
            return new OwnerView(
                    account.id(),
                    account.name(),
                    account.bot(),
                    account.administrator(),
                    account.email(),
                    account.createdAt());
        }
    }

    private Answer me(Request request) {
        return Answer.ok(OwnerView.of(authentication.identity(request).account()));
    }

    /** Who knew the old password may be somewhere else, so other log-ins end. */
    private Answer changePassword(Request request) {
        Body body = request.json();
        Identity owner = confirmation.owner(request, body, "current");
        accounts.setPassword(owner.account().id(), confirmation.hash(body, "password"));
        sessions.endAll(owner.account().id(), owner.session());
        return Answer.nothing();
    }

    private Answer changeEmail(Request request) {
        Body body = request.json();
        String email = body.textOrNull("email", LONGEST_EMAIL);
        if (email != null && !EMAIL.matcher(email).matches()) {
            return Answer.problem(
                    BAD_ARGUMENT.because("Member 'email' is no address like ann@example.org."));
        }
        Identity owner = confirmation.owner(request, body, "password");
        accounts.setEmail(owner.account().id(), email);
        return Answer.nothing();
    }

    private record ExportView(
            OwnerView account,
            List<SessionView> sessions,
            List<TokenView> tokens,
            List<PlayedCommands.Played> commands,
            List<Talk.Written> messages,
            List<Moderation.Complaint> reports,
            List<Notice> notifications,
            List<Hook> webhooks,
            List<GuestView> guest) {}

    /** A game to which the account is invited, or whose master it has asked to be let in. */
    private record GuestView(String game, Guest.Standing standing, Instant at) {
        static GuestView of(Guest guest) {
            return new GuestView(guest.game().value(), guest.standing(), guest.at());
        }
    }

    private Answer export(Request request) {
        Identity owner = authentication.identity(request, Scope.ACCOUNT);
        String name = owner.account().name();
        return Answer.ok(
                new ExportView(
                        OwnerView.of(owner.account()),
                        SessionView.of(sessions, owner),
                        TokenView.of(tokens, owner.account()),
                        commands.of(name),
                        talk.of(name),
                        moderation.by(name),
                        notices.after(name, 0, Integer.MAX_VALUE),
                        hooks.of(name),
                        doors.guest(name).stream().map(GuestView::of).toList()));
    }

    /**
     * The account is deleted when its texts are, so that a deletion that broke off can be repeated.
     */
    private Answer delete(Request request) {
        Identity owner = confirmation.owner(request, request.json(), "password");
        UUID id = owner.account().id();
        String name = owner.account().name();
        talk.forget(name);
        moderation.forget(name);
        hooks.forget(name);
        doors.forget(name);
        accounts.delete(id);
        sessions.endAll(id, null);
        tokens.endAll(id);
        notices.forget(name);
        return Answer.nothing();
    }
}
