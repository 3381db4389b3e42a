package nomic.server.token;

import static nomic.server.web.ProblemType.UNKNOWN_SESSION;

import nomic.server.web.Answer;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;
import java.util.UUID;

/** Tells where one is logged in, and logs out. */
public final class SessionRoutes {
    private static final String CURRENT = "current";

    private final Authentication authentication;
    private final Sessions sessions;

    public SessionRoutes(Authentication authentication, Sessions sessions) {
        this.authentication = authentication;
        this.sessions = sessions;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/me/sessions", this::list),
                Route.delete("/api/v1/me/sessions", this::endAll),
                Route.delete("/api/v1/me/sessions/{id}", this::end));
    }

    private Answer list(Request request) {
        Identity identity = authentication.identity(request, Scope.ACCOUNT);
        return Answer.ok(SessionView.of(sessions, identity));
    }

    private Answer endAll(Request request) {
        Identity identity = authentication.identity(request, Scope.ACCOUNT);
        sessions.endAll(identity.account().id(), null);
        return Answer.nothing();
    }

    /** Every log-in may end itself, whatever it is good for. */
    private Answer end(Request request) {
        String id = request.path("id");
        Identity identity = authentication.identity(request);
        UUID session = identity.session();
        if (id.equals(CURRENT) && session != null) {
            sessions.end(identity.account().id(), session);
            return Answer.nothing();
        }
        Identity owner = authentication.identity(request, Scope.ACCOUNT);
        UUID named = Ids.parse(id);
        return named != null && sessions.end(owner.account().id(), named)
                ? Answer.nothing()
                : Answer.problem(UNKNOWN_SESSION.because("You have no log-in with this id."));
    }
}
