package nomic.server.live;

import nomic.server.notice.Notice;
import nomic.server.notice.Notices;
import nomic.server.web.Problem;

import java.util.List;

/**
 * What an account is told, by number, and where it goes.
 *
 * @param ended what is said when the account's token is no longer good
 */
record Told(Notices notices, String account, Problem ended, Outbox outbox)
        implements Cursor.Source<Notice>, Cursor.Sink<Notice> {
    @Override
    public List<Notice> after(long place, int limit) {
        return notices.after(account, place, limit);
    }

    @Override
    public long place(Notice notice) {
        return notice.number();
    }

    @Override
    public boolean put(Notice notice) throws InterruptedException {
        return outbox.put(new ClientOut.Told(notice));
    }

    @Override
    public void hidden() {
        outbox.offer(new ClientOut.Error(ended.json()));
    }
}
