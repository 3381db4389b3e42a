package nomic.server.notice;

import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;

/** What people are told, and how far they have read. */
public final class NoticeRoutes {
    private static final int STANDARD = 50;
    private static final int MOST = 100;

    private final Notices notices;
    private final Authentication authentication;

    public NoticeRoutes(Notices notices, Authentication authentication) {
        this.notices = notices;
        this.authentication = authentication;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/me/notifications", this::list),
                Route.post("/api/v1/me/notifications/read", this::read));
    }

    /**
     * Some of what an account was told.
     *
     * @param unread how many it has not read
     * @param read the number of the last that it has read
     */
    private record BoxView(long unread, long read, List<Notice> notifications) {}

    private Answer list(Request request) {
        String who = authentication.account(request, Scope.GAME_READ).name();
        long since = request.query("since", 0, Long.MAX_VALUE, 0);
        int limit = (int) request.query("limit", 1, MOST, STANDARD);
        return shown(who, notices.after(who, since, limit));
    }

    private Answer shown(String who, List<Notice> some) {
        Notices.Standing standing = notices.standing(who);
        return Answer.ok(new BoxView(standing.last() - standing.read(), standing.read(), some));
    }

    private Answer read(Request request) {
        String who = authentication.account(request, Scope.GAME_READ).name();
        notices.read(who, request.json().number("to", 0, Long.MAX_VALUE, 0));
        return shown(who, List.of());
    }
}
