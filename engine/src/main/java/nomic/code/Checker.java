package nomic.code;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks the code of rules and compiles it. One checker serves all threads; builds follow one
 * another, since the state of Drools' builder is static. Answers are kept by rule id and text.
 */
public final class Checker {
    private static final int KEPT = 512;
    private static final long SECONDS = 30;

    static {
        DroolsSettings.apply();
    }

    private static final BuildThread BUILDS = new BuildThread(SECONDS);

    private final Map<String, Check> answers =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Check> eldest) {
                    return size() > KEPT;
                }
            };

    public Checker() {}

    /**
     * Checks the code of a rule and compiles it for its package.
     *
     * @param ruleId the permanent id of the rule, 0 where there is none yet
     */
    public Check check(int ruleId, String code) {
        var key = ruleId + ":" + SourceText.hash(code);
        synchronized (answers) {
            var known = answers.get(key);
            if (known != null) {
                return known;
            }
        }
        var answer = BUILDS.run(() -> new CheckRun(ruleId, code).answer());
        if (answer instanceof Check.Refused refused && !refused.isFinal()) {
            return answer;
        }
        synchronized (answers) {
            answers.putIfAbsent(key, answer);
            return answers.get(key);
        }
    }
}
