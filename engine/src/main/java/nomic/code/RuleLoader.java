package nomic.code;

import java.util.Map;

/** Defines the checked and instrumented classes of one revision of one rule. */
final class RuleLoader extends ClassLoader {
    private final int ruleId;
    private final Map<String, byte[]> classes;
    private final Map<Integer, ClassLoader> uses;

    /**
     * @param classes class files by internal name, all in the package of the rule
     * @param uses the loaders of the rules from which types are imported, by id
     */
    RuleLoader(int ruleId, Map<String, byte[]> classes, Map<Integer, ClassLoader> uses) {
        super("rule-" + ruleId, RuleLoader.class.getClassLoader());
        this.ruleId = ruleId;
        this.classes = classes;
        this.uses = uses;
    }

    int ruleId() {
        return ruleId;
    }

    /** The class files by internal name. */
    Map<String, byte[]> files() {
        return classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var file = classes.get(name.replace('.', '/'));
        if (file == null) {
            ClassLoader used = uses.get(RulePackage.id(name.substring(0, name.lastIndexOf('.'))));
            if (used != null) {
                return used.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, file, 0, file.length);
    }
}
