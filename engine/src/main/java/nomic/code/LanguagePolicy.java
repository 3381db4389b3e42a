package nomic.code;

import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

import java.util.ArrayList;
import java.util.List;

/** Decides on the parsed text which constructs of the rule language may be built at all. */
final class LanguagePolicy {
    private LanguagePolicy() {}

    static List<Diagnostic> check(int ruleId, SourceText source, PackageDescr tree) {
        return new ArrayList<>();
    }

    /** The names of the rules, without queries. */
    static List<String> ruleNames(PackageDescr tree) {
        return tree.getRules().stream().filter(RuleDescr::isRule).map(RuleDescr::getName).toList();
    }
}
