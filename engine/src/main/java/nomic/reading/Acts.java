package nomic.reading;

import nomic.code.Outline.Act;
import nomic.code.Outline.Deed;

import java.util.List;
import java.util.stream.Collectors;

/** Tells what one DRL rule does when it fires. */
final class Acts {
    private final Values values;

    Acts(Values values) {
        this.values = values;
    }

    /** Deeds that are values for other deeds say nothing by themselves. */
    String of(List<Deed> deeds) {
        String told =
                deeds.stream()
                        .filter(deed -> !isValue(deed))
                        .map(deed -> under(deed) + of(deed))
                        .collect(Collectors.joining("; "));
        return told.isEmpty() ? "nothing happens" : told;
    }

    private static boolean isValue(Deed deed) {
        return deed.act() == Act.LAW && (deed.name().equals("roll") || deed.name().equals("now"));
    }

    private String under(Deed deed) {
        return deed.under().isEmpty()
                ? ""
                : deed.under().stream()
                        .map(values::of)
                        .collect(Collectors.joining(", ", "(", ") "));
    }

    private String of(Deed deed) {
        return switch (deed.act()) {
            case LAW -> law(deed);
            case INSERT -> "a fact " + Plain.line(deed.name()) + " is noted" + with(deed);
            case MODIFY -> "the fact " + Plain.line(deed.name()) + " changes" + setters(deed);
            case DELETE -> "the fact " + Plain.line(deed.name()) + " is removed";
            case OTHER -> "code runs that could not be read";
        };
    }

    private String with(Deed deed) {
        return deed.arguments().isEmpty()
                ? ""
                : deed.arguments().stream()
                        .map(values::of)
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private String setters(Deed deed) {
        return deed.arguments().isEmpty()
                ? ""
                : deed.arguments().stream()
                        .map(this::setter)
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private String setter(String call) {
        int open = call.indexOf('(');
        return call.startsWith("set") && open > 3 && call.endsWith(")")
                ? "its "
                        + Words.spaced(call.substring(3, open))
                        + " becomes "
                        + values.of(call.substring(open + 1, call.length() - 1))
                : values.of(call);
    }

    private String law(Deed deed) {
        List<String> a = deed.arguments();
        return switch (deed.name()) {
            case "award" -> getsOrLoses(a, false);
            case "deduct" -> getsOrLoses(a, true);
            case "transfer" ->
                    told(a, 0)
                            + " gives "
                            + told(a, 1)
                            + " "
                            + (a.size() > 3 ? amount(a, 3, 2) : told(a, 2) + " points");
            case "adopt" -> told(a, 0) + " is adopted";
            case "defeat" -> told(a, 0) + " is defeated";
            case "openVote" -> "the vote on " + told(a, 0) + " is opened";
            case "castBallot" ->
                    "a ballot is cast for " + told(a, 1) + " on " + told(a, 0) + ": " + told(a, 2);
            case "passTurn" ->
                    "the next turn goes to " + told(a, 0) + ", in " + as("circuit", a, 1);
            case "schedule" -> "the deadline " + told(a, 0) + " is set for " + told(a, 1);
            case "cancel" -> "the deadline " + told(a, 0) + " is cancelled";
            case "offer" -> "the action " + told(a, 1) + " is opened to " + told(a, 0);
            case "withdraw" ->
                    a.size() > 1
                            ? "the action " + told(a, 1) + " is closed to " + told(a, 0)
                            : told(a, 0) + " is closed";
            case "conceal" -> told(a, 0) + " is kept secret" + butFrom(a);
            case "reveal" -> told(a, 0) + " is shown to all";
            case "announce" -> "all are told " + told(a, 0) + rest(a);
            case "declareWinner" -> told(a, 0) + " wins the game, which ends: " + told(a, 1);
            case "declareDraw" -> "the game ends and nobody wins: " + told(a, 0);
            case "setStanding" -> told(a, 0) + " becomes " + told(a, 1);
            case "removePlayer" -> told(a, 0) + " is removed from the game: " + told(a, 1);
            case "numberProposalsFrom" -> "the next proposals are numbered from " + told(a, 0);
            case "renumber" -> as("rule", a, 0) + " gets the number " + told(a, 1);
            case "suspend" -> as("rule", a, 0) + " is suspended: " + told(a, 1);
            case "deferTo" -> "this rule yields to " + as("rule", a, 0);
            case "prevailOver" -> "this rule comes before " + as("rule", a, 0);
            case "prevails" -> told(a, 0) + " prevails over " + told(a, 1);
            case "appointJudge" -> told(a, 1) + " becomes the Judge of " + told(a, 0);
            case "overrule" -> "the judgment of " + told(a, 0) + " is overruled";
            case "closeCase" -> told(a, 0) + " is closed";
            case "forbid" -> told(a, 0) + " is forbidden: " + told(a, 1);
            case "permit" -> told(a, 0) + " is permitted: " + told(a, 1);
            default -> "law." + deed.name() + with(deed);
        };
    }

    private String butFrom(List<String> a) {
        return a.size() > 1
                ? " from all but "
                        + a.subList(1, a.size()).stream()
                                .map(values::of)
                                .collect(Collectors.joining(", "))
                : " from all";
    }

    private String getsOrLoses(List<String> a, boolean loses) {
        int last = a.size() - 1;
        boolean minus = last > 0 && a.get(last).matches("-\\s*\\d+[lL]?");
        List<String> positive =
                minus
                        ? a.stream()
                                .map(
                                        each ->
                                                each.equals(a.get(last))
                                                        ? each.substring(1).strip()
                                                        : each)
                                .toList()
                        : a;
        String verb = loses ^ minus ? " loses " : " gets ";
        return told(a, 0)
                + verb
                + (a.size() > 2
                        ? amount(positive, 2, 1)
                        : told(positive, 1)
                                + (positive.get(last).matches("1[lL]?") ? " point" : " points"));
    }

    private String amount(List<String> a, int amount, int asset) {
        String name = a.get(asset);
        return told(a, amount)
                + " "
                + (Values.isText(name) ? Plain.line(Values.inside(name)) : "of " + told(a, asset));
    }

    private String rest(List<String> a) {
        return a.size() < 2
                ? ""
                : a.subList(1, a.size()).stream()
                        .map(values::of)
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** A number as that of a thing; what is not a number speaks for itself. */
    private String as(String thing, List<String> arguments, int nth) {
        String told = told(arguments, nth);
        return told.matches("[0-9].*") ? thing + " " + told : told;
    }

    private String told(List<String> arguments, int nth) {
        return nth < arguments.size() ? values.of(arguments.get(nth)) : "something";
    }
}
