package nomic.server.web;

import static nomic.server.web.ProblemType.BAD_PARAMETER;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The part of a list that the parameters {@code since} and {@code limit} of a request choose. */
public final class Section {
    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 100;

    private Section() {}

    /** What has a higher number than {@code since}; things of one number stay together. */
    public static <T> List<T> byNumber(Request request, List<T> sorted, ToIntFunction<T> number) {
        long since = request.query("since", 0, Integer.MAX_VALUE, 0);
        int limit = limit(request);
        var section = new ArrayList<T>();
        int last = 0;
        for (T each : sorted) {
            int at = number.applyAsInt(each);
            if (at > since && (section.size() < limit || at == last)) {
                section.add(each);
                last = at;
            }
        }
        return section;
    }

    /** What comes after the thing whose name is {@code since}. */
    public static <T> List<T> byName(Request request, List<T> all, Function<T, String> name) {
        String since = request.query("since", LONGEST_NAME);
        int begin = 0;
        if (since != null) {
            begin = all.stream().map(name).toList().indexOf(since) + 1;
            if (begin == 0) {
                throw BAD_PARAMETER
                        .because("'since' names " + since + ", who is not in this list any more")
                        .rejection();
            }
        }
        return all.subList(begin, Math.min(all.size(), begin + limit(request)));
    }

    private static int limit(Request request) {
        return (int) request.query("limit", 1, LONGEST, LONGEST);
    }
}
