package nomic.server.cli;

import nomic.server.game.TemplateView;
import nomic.template.Filling;
import nomic.template.Parameter;
import nomic.template.Refusal;
import nomic.template.Template;
import nomic.template.Templates;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists the templates, shows one, and fills one in. */
@Command(
        name = "template",
        description = "Lists templates of rules, shows one, and fills one in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TemplateCommand {
    private static final Templates TEMPLATES = Templates.onClassPath();

    @Command(name = "list", description = "Lists all templates.", mixinStandardHelpOptions = true)
    int list(@Mixin Output output) {
        if (output.json()) {
            output.json(TEMPLATES.all().stream().map(TemplateView::of).toList());
        } else {
            TEMPLATES.all().forEach(it -> output.line("%-18s %s".formatted(it.name(), it.title())));
        }
        return Nomic.OK;
    }

    @Command(
            name = "show",
            description = "Shows a template and its parameters.",
            mixinStandardHelpOptions = true)
    int show(@Mixin Output output, @Parameters(paramLabel = "NAME") String name) {
        Template template = named(output, name);
        if (output.json()) {
            output.json(TemplateView.of(template));
            return Nomic.OK;
        }
        output.line(template.title() + "\n\n" + template.description() + "\n");
        for (Parameter parameter : template.parameters()) {
            output.line("%s: %s".formatted(parameter.name(), parameter.meaning()));
            output.line("    " + parameter.type().allowed());
        }
        output.line("\n" + template.prose() + "\n\n" + template.text());
        return Nomic.OK;
    }

    @Command(
            name = "fill",
            description = {
                "Fills in a template and prints the file of a rule, to check and to propose.",
                "The exit status is 1 if a value is not allowed."
            },
            mixinStandardHelpOptions = true)
    int fill(
            @Mixin Output output,
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(
                            arity = "0..*",
                            paramLabel = "PARAMETER=VALUE",
                            description = "a value; @FILE stands for the text of a file")
                    List<String> assignments) {
        Template template = named(output, name);
        return switch (TEMPLATES.fill(template, values(output, assignments))) {
            case Filling.Text text -> print(output, text);
            case Filling.Refused(var refusals) -> refuse(output, refusals);
        };
    }

    private static int print(Output output, Filling.Text text) {
        if (output.json()) {
            output.json(text);
        } else {
            output.line("/*\ntitle: " + text.title() + "\n\n" + text.prose() + "\n*/");
            output.line(text.code().stripTrailing());
        }
        return Nomic.OK;
    }

    private static int refuse(Output output, List<Refusal> refusals) {
        if (output.json()) {
            output.json(Map.of("refusals", refusals));
        } else {
            refusals.forEach(it -> output.line(it.message() + "\n    " + it.hint()));
        }
        return Nomic.REFUSED;
    }

    private static Map<String, String> values(Output output, List<String> assignments) {
        var values = new LinkedHashMap<String, String>();
        for (String assignment : assignments) {
            String[] sides = assignment.split("=", 2);
            if (sides.length < 2) {
                throw output.wrong("'" + assignment + "' is not PARAMETER=VALUE");
            }
            boolean file = sides[1].startsWith("@");
            values.put(sides[0], file ? output.read(Path.of(sides[1].substring(1))) : sides[1]);
        }
        return values;
    }

    private static Template named(Output output, String name) {
        Template template = TEMPLATES.find(name);
        if (template == null) {
            throw output.wrong("There is no template '" + name + "'; see 'nomic template list'");
        }
        return template;
    }
}
