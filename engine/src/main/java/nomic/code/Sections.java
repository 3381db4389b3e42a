package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where the rules of a text begin, and their conditions and actions, as far as words tell. */
final class Sections {
    /**
     * A rule or query of the text, in offsets.
     *
     * @param when after the word; -1 where there is none
     * @param then after the word; -1 where there is none
     * @param end where the next one begins, or the text ends
     */
    record Section(int start, int when, int then, int end) {
        boolean hasConditions(int offset) {
            return when >= 0 && offset >= when && (then < 0 || offset <= then);
        }

        boolean hasActions(int offset) {
            return then >= 0 && offset > then;
        }
    }

    private static final Pattern START = Pattern.compile("(?m)^[ \\t]*(?:rule|query)\\s+[\"'\\w]");
    private static final Pattern WHEN = Pattern.compile("\\bwhen\\b");
    private static final Pattern THEN = Pattern.compile("\\bthen\\b");
    private static final Pattern SECOND_WHEN = Pattern.compile("(?m)^[ \\t]*(when)\\b");

    private final SourceText source;
    private final List<Section> all = new ArrayList<>();

    Sections(SourceText source) {
        this.source = source;
        var starts = source.matcher(START);
        var offsets = new ArrayList<Integer>();
        while (starts.find()) {
            offsets.add(starts.end() - starts.group().stripLeading().length());
        }
        for (int i = 0; i < offsets.size(); i++) {
            int end = i + 1 < offsets.size() ? offsets.get(i + 1) : source.masked().length();
            int when = after(WHEN, offsets.get(i), end);
            int then = after(THEN, Math.max(when, offsets.get(i)), end);
            all.add(new Section(offsets.get(i), when, then, end));
        }
    }

    List<Section> all() {
        return all;
    }

    /** The rule that an offset is in; null before the first one. */
    @Nullable Section at(int offset) {
        Section found = null;
        for (var section : all) {
            if (section.start() <= offset) {
                found = section;
            }
        }
        return found;
    }

    /** The word {@code when} that stands in the actions of a rule; -1 where there is none. */
    int secondWhen(Section section) {
        if (section.then() < 0) {
            return -1;
        }
        var found = source.matcher(SECOND_WHEN).region(section.then(), section.end());
        return found.find() ? found.start(1) : -1;
    }

    private int after(Pattern word, int from, int to) {
        var found = source.matcher(word).region(from, to);
        return found.find() ? found.end() : -1;
    }
}
