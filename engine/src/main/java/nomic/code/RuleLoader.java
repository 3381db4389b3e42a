package nomic.code;

import java.util.Map;

/** Defines the checked and instrumented classes of one revision of one rule. */
final class RuleLoader extends ClassLoader {
    private final int ruleId;
    private final Map<String, byte[]> classes;

    /**
     * @param classes class files by internal name, all in the package of the rule
     */
    RuleLoader(int ruleId, Map<String, byte[]> classes) {
        super("rule-" + ruleId, RuleLoader.class.getClassLoader());
        this.ruleId = ruleId;
        this.classes = classes;
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
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, file, 0, file.length);
    }
}
