package nomic.why;

import java.util.ArrayList;
import java.util.List;

/**
 * Code that tries conditions of a rule in a state of the game, and changes nothing. Each trial is a
 * DRL rule that says its number when its conditions hold, once.
 */
final class Probe {
    static final String SAID = "trial ";

    private final StringBuilder code;
    private int trials;

    /**
     * @param frame what the conditions need besides: declarations, functions and queries
     */
    Probe(String frame) {
        code = new StringBuilder(frame).append("\ndeclare TrialDone\n    trial : int\nend\n");
    }

    /** Adds a trial of some conditions, and gives its number. */
    int add(List<String> conditions) {
        int number = ++trials;
        List<String> all = new ArrayList<>();
        all.add("not TrialDone( trial == " + number + " )");
        all.addAll(conditions);
        code.append("rule \"")
                .append(SAID)
                .append(number)
                .append("\"\nwhen\n")
                .append(String.join("\n", all))
                .append("\nthen\n    insert(new TrialDone(")
                .append(number)
                .append("));\n    law.announce(\"")
                .append(SAID)
                .append(number)
                .append("\");\nend\n");
        return number;
    }

    String code() {
        return code.toString();
    }
}
