package nomic.reading;

import nomic.code.Outline;
import nomic.code.Outline.Act;
import nomic.code.Outline.Deed;
import nomic.code.Outline.Literal;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The assets, players and rules that a code names outright. */
record Names(SortedSet<String> assets, SortedSet<String> players, SortedSet<Integer> rules) {
    static final Set<String> PERSONS =
            Set.of("player", "author", "voter", "owner", "judge", "caller", "by", "getPlayer");

    private static final Set<String> HOLDING = Set.of("award", "deduct", "transfer");
    private static final Set<String> ON_RULES =
            Set.of("suspend", "renumber", "deferTo", "prevailOver", "prevails");
    private static final int LONGEST_NUMBER = 9;

    static Names in(Outline outline) {
        Names names = new Names(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        outline.literals().forEach(names::add);
        outline.rules().forEach(rule -> rule.deeds().forEach(names::add));
        return names;
    }

    private void add(Literal literal) {
        String of = literal.of();
        String field = of.substring(of.indexOf('.') + 1);
        if (!literal.number() && field.equals("asset")) {
            assets.add(Plain.line(literal.text()));
        }
        if (!literal.number() && (isPerson(of, field))) {
            players.add(Plain.line(literal.text()));
        }
        boolean onRule =
                of.equals("Rule.number")
                        || field.equals("rule")
                        || field.equals("target")
                        || (of.startsWith("law.") && ON_RULES.contains(field));
        if (literal.number() && onRule && literal.text().length() <= LONGEST_NUMBER) {
            addRule(literal.text());
        }
    }

    private static boolean isPerson(String of, String field) {
        return of.equals("Player.name") || (!of.startsWith("law.") && PERSONS.contains(field));
    }

    private void addRule(String number) {
        if (number.matches("[1-9][0-9]{0,8}")) {
            rules.add(Integer.valueOf(number));
        }
    }

    private void add(Deed deed) {
        if (deed.act() != Act.LAW || !HOLDING.contains(deed.name())) {
            return;
        }
        int persons = deed.name().equals("transfer") ? 2 : 1;
        for (int i = 0; i < persons && i < deed.arguments().size(); i++) {
            if (Values.isText(deed.arguments().get(i))) {
                players.add(Plain.line(Values.inside(deed.arguments().get(i))));
            }
        }
        boolean ofPoints = deed.arguments().size() == persons + 1;
        String asset = ofPoints ? "\"points\"" : deed.arguments().get(persons);
        if (Values.isText(asset)) {
            assets.add(Plain.line(Values.inside(asset)));
        }
    }
}
