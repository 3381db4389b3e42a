package nomic.code;

import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a code into its parts. */
final class Sources {
    private Sources() {}

    /**
     * The text of each condition of a rule, without its comments.
     *
     * @param count how many there should be; none are given where there are others
     */
    static List<String> of(SourceText source, RuleDescr rule, int count) {
        var parts = rule.getLhs().getDescrs();
        if (parts.size() != count || parts.isEmpty()) {
            return List.of();
        }
        var starts = new ArrayList<Integer>();
        for (BaseDescr part : parts) {
            starts.add(part.getStartCharacter());
        }
        starts.add(rule.getLhs().getEndCharacter() + 1);
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            int from = starts.get(i);
            int to = starts.get(i + 1);
            if (from < 0 || to <= from || to > source.code().length()) {
                return List.of();
            }
            texts.add(source.withoutComments(from, to).strip());
        }
        return texts;
    }

    /** The code with nothing where its DRL rules are. */
    static String frame(SourceText source, PackageDescr tree) {
        var text = new StringBuilder(source.withoutComments(0, source.code().length()));
        for (RuleDescr rule : tree.getRules()) {
            if (rule.isRule()) {
                int from = Math.max(0, rule.getStartCharacter());
                int to = Math.min(text.length(), rule.getEndCharacter() + 1);
                for (int i = from; i < to; i++) {
                    text.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
                }
            }
        }
        return text.toString().strip();
    }
}
