package nomic.code;

/** Puts into words what {@link BytecodePolicy} refuses, with the place in the author's text. */
final class Refusals {
    private Refusals() {}

    static Diagnostic describe(BytecodePolicy.Refusal refusal, SourceText source) {
        var owner = refusal.owner().replace('/', '.');
        var simple = owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.');
        var position =
                refusal.member().isEmpty() ? source.find(simple) : source.find(refusal.member());
        var name = refusal.member().isEmpty() ? owner : simple + "." + refusal.member();
        return Diagnostic.error(
                "not-allowed",
                position,
                "`" + name + "` may not be used by rules " + refusal.what(),
                "");
    }
}
