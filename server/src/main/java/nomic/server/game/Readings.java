package nomic.server.game;

import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.code.Built;
import nomic.code.Outline;
import nomic.code.RuleCompiler;
import nomic.code.RuleSource;
import nomic.game.GameState;
import nomic.reading.Draft;
import nomic.reading.Flags;
import nomic.reading.Reading;
import nomic.server.web.Json;
import nomic.server.work.Workers;
import nomic.session.RuleLinks;

import org.jspecify.annotations.Nullable;

/** What the texts of rules and proposals do, in plain words, and what to look at twice. */
public final class Readings {
    private final RuleCompiler compiler;
    private final Workers workers;

    public Readings(RuleCompiler compiler, Workers workers) {
        this.compiler = compiler;
        this.workers = workers;
    }

    /**
     * A view with a reading and with flags. Code that cannot be read just now has no reading, and a
     * flag that says so.
     *
     * @param ruleId under which the code was checked
     */
    ObjectNode added(Object view, GameState state, int ruleId, Draft draft) {
        ObjectNode json = Json.tree(view);
        Draft.Target target = draft.target();
        Draft whole =
                target == null ? draft : draft.knowing(outline(state, target.id(), target.code()));
        Outline outline = outline(state, ruleId, draft.code());
        json.set("reading", outline == null ? null : Json.tree(Reading.of(outline)));
        json.set(
                "flags",
                Json.tree(outline == null ? Flags.unread(whole) : Flags.of(whole, outline)));
        return json;
    }

    private @Nullable Outline outline(GameState state, int ruleId, String code) {
        if (code.isBlank()) {
            return Outline.NONE;
        }
        RuleSource source = RuleLinks.source(state, ruleId, code);
        Built built = workers.inTurn(() -> compiler.compile(source));
        return built instanceof Built.Classes classes ? classes.outline() : null;
    }
}
