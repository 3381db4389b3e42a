package nomic.sentence;

import nomic.code.Diagnostic;

import java.util.ArrayList;
import java.util.List;

/** From which sentence each line of code comes. */
public final class Origins {
    /** The place of a sentence in its text; both count from 1. */
    private record Place(int line, int column) {}

    private final List<Place> places = new ArrayList<>();

    Origins() {}

    /** Those of code that was not written in sentences: remarks stay as they are. */
    public static Origins none() {
        return new Origins();
    }

    /** Notes where the next line of code comes from. */
    void add(int line, int column) {
        places.add(new Place(line, column));
    }

    void add(Origins more) {
        places.addAll(more.places);
    }

    /** A remark on the code as one on the sentence that the code comes from. */
    public Diagnostic inSentences(Diagnostic remark) {
        if (remark.line() < 1 || places.isEmpty()) {
            return remark;
        }
        Place place = places.get(Math.min(remark.line(), places.size()) - 1);
        return new Diagnostic(
                remark.severity(),
                remark.code(),
                place.line(),
                place.column(),
                remark.message(),
                remark.hint());
    }

    /** The same of all remarks, each once. */
    public List<Diagnostic> inSentences(List<Diagnostic> remarks) {
        return remarks.stream().map(this::inSentences).distinct().toList();
    }
}
