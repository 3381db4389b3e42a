package nomic.server.game;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.code.Built;
import nomic.code.Diagnostic;
import nomic.template.Filling;
import nomic.template.Parameter;
import nomic.template.Template;
import nomic.template.ValueType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A template as clients see it: enough to draw a form. */
public record TemplateView(
        String name,
        String title,
        String description,
        List<ParameterView> parameters,
        String prose,
        String code) {
    public static TemplateView of(Template template) {
        return new TemplateView(
                template.name(),
                template.title(),
                template.description(),
                template.parameters().stream().map(ParameterView::of).toList(),
                template.prose(),
                template.text());
    }

    /** A parameter; what its type does not have is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ParameterView(
            String name,
            String type,
            String meaning,
            String allowed,
            String example,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable List<String> options,
            @Nullable List<ParameterView> columns) {
        static ParameterView of(Parameter parameter) {
            var number = parameter.type() instanceof ValueType.Number it ? it : null;
            return new ParameterView(
                    parameter.name(),
                    parameter.type().kind(),
                    parameter.meaning(),
                    parameter.type().allowed(),
                    parameter.example(),
                    number == null ? null : number.min(),
                    number == null ? null : number.max(),
                    parameter.type() instanceof ValueType.Choice choice ? choice.options() : null,
                    parameter.type() instanceof ValueType.Rows rows
                            ? rows.columns().stream().map(ParameterView::of).toList()
                            : null);
        }
    }

    /** A template that was filled in, with what the check says of it. */
    public record FilledView(
            String title,
            String prose,
            String code,
            boolean accepted,
            List<Diagnostic> diagnostics) {
        static FilledView of(Filling.Text text, Built built) {
            return new FilledView(
                    text.title(),
                    text.prose(),
                    text.code(),
                    built instanceof Built.Classes,
                    built.diagnostics());
        }
    }
}
