package nomic.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts into words what {@link BytecodePolicy} refuses, with the place in the author's text. */
final class Refusals {
    private Refusals() {}

    /** One remark for each place and name. */
    static List<Diagnostic> describe(List<BytecodePolicy.Refusal> refusals, SourceText source) {
        Map<String, Diagnostic> byPlace = new LinkedHashMap<>();
        for (var refusal : refusals) {
            var found = describe(refusal, source);
            var place = found.line() == 0 ? found.message() : found.line() + ":" + found.column();
            byPlace.putIfAbsent(place, found);
        }
        boolean placed = byPlace.values().stream().anyMatch(it -> it.line() > 0);
        return byPlace.values().stream().filter(it -> !placed || it.line() > 0).toList();
    }

    private static Diagnostic describe(BytecodePolicy.Refusal refusal, SourceText source) {
        var owner = refusal.owner().replace('/', '.');
        var type = owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.');
        var member = refusal.member().equals("<init>") ? "" : refusal.member();
        var name = member.isEmpty() ? type : type + "." + member;
        var place =
                source.find(member.isEmpty() ? type.substring(type.lastIndexOf('.') + 1) : member);
        if (place.line() == 0) {
            place = source.find(type);
        }
        if (refusal.what().equals("a class literal")) {
            return Diagnostic.error(
                    "not-allowed",
                    source.find("class"),
                    "The class of something cannot be named in rules, as `.class` does.",
                    Advice.on(owner));
        }
        var made = refusal.member().equals("<init>") ? "new " : "";
        var message =
                name.isEmpty()
                        ? "Rules may not use " + refusal.what() + "."
                        : "`"
                                + made
                                + name
                                + "` is not allowed in rules"
                                + (refusal.what().isEmpty() ? "" : " " + refusal.what())
                                + ".";
        return Diagnostic.error(
                "not-allowed",
                place,
                message,
                Advice.on(refusal.member().isEmpty() ? owner : owner + "." + refusal.member()));
    }
}
