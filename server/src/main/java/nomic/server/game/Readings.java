package nomic.server.game;

import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.code.Built;
import nomic.code.Outline;
import nomic.code.RuleCompiler;
import nomic.reading.Draft;
import nomic.reading.Flag;
import nomic.reading.Flags;
import nomic.reading.Reading;
import nomic.server.web.Json;
import nomic.server.work.Workers;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What the texts of rules and proposals do, in plain words, and what to look at twice. */
public final class Readings {
    private final RuleCompiler compiler;
    private final Workers workers;

    public Readings(RuleCompiler compiler, Workers workers) {
        this.compiler = compiler;
        this.workers = workers;
    }

    /** Code that was checked, with its reading and its flags where it may be loaded. */
    record Checked(Built built, @Nullable Reading reading, @Nullable List<Flag> flags) {
        static Checked of(Built built, Draft draft) {
            return switch (built) {
                case Built.Classes classes ->
                        new Checked(
                                built,
                                Reading.of(classes.outline()),
                                Flags.of(draft, classes.outline()));
                case Built.Refused _ -> new Checked(built, null, null);
            };
        }
    }

    /** Checks code and reads it; null where too much waits already. */
    @Nullable Checked check(Draft draft) {
        Built built = workers.inTurn(() -> compiler.compile(0, draft.code()));
        return built == null ? null : Checked.of(built, draft);
    }

    /**
     * A view with a reading and with flags. Code that cannot be read just now has no reading, and
     * flags from its words only.
     */
    ObjectNode added(Object view, Draft draft) {
        ObjectNode json = Json.tree(view);
        Outline outline = draft.code().isBlank() ? Outline.NONE : outline(draft.code());
        json.set("reading", outline == null ? null : Json.tree(Reading.of(outline)));
        json.set("flags", Json.tree(Flags.of(draft, outline == null ? Outline.NONE : outline)));
        return json;
    }

    private @Nullable Outline outline(String code) {
        Built built = workers.inTurn(() -> compiler.compile(0, code));
        return built instanceof Built.Classes classes ? classes.outline() : null;
    }
}
