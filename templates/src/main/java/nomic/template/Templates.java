package nomic.template;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** All templates, by name. */
public final class Templates {
    private static final List<String> NAMES =
            List.of(
                    "auction",
                    "author-bonus",
                    "bounty",
                    "currency",
                    "dissent-bonus",
                    "election",
                    "honour",
                    "income",
                    "lottery",
                    "office-fine",
                    "office-salary",
                    "office-veto",
                    "pay-for-voting",
                    "points-to-win",
                    "price-list",
                    "proposal-fee",
                    "protected-rule",
                    "quorum",
                    "score-table",
                    "silence-costs",
                    "supermajority",
                    "term-limit",
                    "truce",
                    "veto",
                    "wealth-tax");

    /** Drools leaves out the blank lines of a template. */
    private static final Pattern RULE_AFTER_RULE = Pattern.compile("(?m)^end\\s+rule");

    private final List<Template> all;
    private final Expander expander = new Expander();

    private Templates(List<Template> all) {
        this.all = List.copyOf(all);
    }

    /** The templates that come with Nomic. */
    public static Templates onClassPath() {
        return new Templates(NAMES.stream().map(TemplateReader::read).toList());
    }

    /** All templates by name. */
    public List<Template> all() {
        return all;
    }

    /** A template; null where there is none of that name. */
    public @Nullable Template find(String name) {
        return all.stream().filter(it -> it.name().equals(name)).findFirst().orElse(null);
    }

    /**
     * Fills in a template.
     *
     * @param values texts by the names of the parameters
     */
    public Filling fill(Template template, Map<String, String> values) {
        var refusals = new ArrayList<Refusal>();
        refuseUnknown(template, values, refusals);
        var one = new LinkedHashMap<String, String>();
        List<Map<String, String>> lines = List.of(Map.of());
        for (Parameter parameter : template.parameters()) {
            String value = values.get(parameter.name());
            if (value == null) {
                refusals.add(
                        new Refusal(
                                parameter.name(),
                                "",
                                "There is no value for `" + parameter.name() + "`.",
                                "Write " + parameter.type().allowed() + "."));
            } else if (parameter.type() instanceof ValueType.Rows rows) {
                switch (ScoreTable.read(parameter.name(), rows, value)) {
                    case ScoreTable.Read.Good(var good) -> lines = good;
                    case ScoreTable.Read.Bad(var bad) -> refusals.addAll(bad);
                }
            } else if (parameter.type().fits(value)) {
                one.put(parameter.name(), value);
            } else {
                refusals.add(
                        parameter.refuse("`" + parameter.name() + "`", value, "is not allowed"));
            }
        }
        return refusals.isEmpty() ? text(template, one, lines) : new Filling.Refused(refusals);
    }

    private static void refuseUnknown(
            Template template, Map<String, String> values, List<Refusal> refusals) {
        var known = template.parameters().stream().map(Parameter::name).toList();
        values.forEach(
                (name, value) -> {
                    if (!known.contains(name)) {
                        refusals.add(
                                new Refusal(
                                        Refusal.shown(name),
                                        Refusal.shown(value),
                                        "There is no parameter `" + Refusal.shown(name) + "`.",
                                        "The template has " + String.join(", ", known) + "."));
                    }
                });
    }

    private Filling text(
            Template template, Map<String, String> one, List<Map<String, String>> lines) {
        var rows = new ArrayList<Map<String, String>>();
        for (Map<String, String> line : lines) {
            var row = new LinkedHashMap<>(one);
            row.putAll(line);
            rows.add(row);
        }
        var prose = new StringBuilder(filled(template.prose(), one));
        for (Map<String, String> line : lines) {
            if (!line.isEmpty()) {
                prose.append("\n- ").append(String.join(": ", line.values()));
            }
        }
        return new Filling.Text(
                filled(template.title(), one), prose.toString(), code(template, rows));
    }

    private String code(Template template, List<Map<String, String>> rows) {
        String code = template.head().strip() + "\n\n" + expander.expand(template, rows).strip();
        return RULE_AFTER_RULE.matcher(code).replaceAll("end\n\nrule").strip() + "\n";
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled.strip();
    }
}
