package nomic.code;

import nomic.law.Law;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the law calls by another name than an author does, and how it changes a fact. */
final class LawWords {
    /** The methods of the law. */
    static final Set<String> METHODS = methods();

    private static final Map<String, String> BY_WORD = byWord();
    private static final Map<String, String> CHANGES =
            Map.ofEntries(
                    Map.entry("Holding", "`law.award`, `law.deduct` or `law.transfer`"),
                    Map.entry("Player", "`law.setStanding($name, Standing.AWAY)`"),
                    Map.entry("Turn", "`law.passTurn($player, $circuit)`"),
                    Map.entry("Rule", "`law.suspend($number, \"why\")`, or propose an amendment"),
                    Map.entry("Proposal", "`law.adopt`, `law.defeat` or `law.openVote`"),
                    Map.entry("Ballot", "`law.castBallot($proposal, $player, Choice.FOR)`"),
                    Map.entry("Deadline", "`law.schedule` or `law.cancel`"),
                    Map.entry("Offer", "`law.offer` or `law.withdraw`"),
                    Map.entry("Case", "`law.appointJudge`, `law.overrule` or `law.closeCase`"),
                    Map.entry("VoteClosed", "`law.adopt` or `law.defeat`"),
                    Map.entry("VoteSettled", "`law.adopt` or `law.defeat`"),
                    Map.entry("VoteOpened", "`law.openVote`"),
                    Map.entry("HoldingChanged", "`law.award` or `law.deduct`"),
                    Map.entry("TurnStarted", "`law.passTurn($player, $circuit)`"),
                    Map.entry("Elapsed", "`law.schedule(name, at)`"));

    private LawWords() {}

    /** What to write for a call that the law does not have. */
    static String insteadOf(String word) {
        var meant = meant(word);
        return meant == null
                ? Nearest.hint(word, METHODS, "It has ")
                : "Write " + signatures(meant) + ".";
    }

    /** The method that an author means by a word of another language or game; null if none. */
    static @Nullable String meant(String word) {
        return METHODS.contains(word) ? word : BY_WORD.get(word.toLowerCase(Locale.ROOT));
    }

    /** How the law changes facts of a type. */
    static String change(String type) {
        var calls = CHANGES.get(type);
        return calls == null
                ? "Facts of the game change by calls of `law`; for facts of your own write"
                        + " `declare`."
                : "Facts of the game change by calls of `law`: here by " + calls + ".";
    }

    /** How a method of the law is called, in all its forms. */
    static String signatures(String method) {
        var all = new TreeSet<String>();
        for (var form : Law.class.getMethods()) {
            if (form.getName().equals(method)) {
                var parameters =
                        Arrays.stream(form.getParameters())
                                .map(LawWords::text)
                                .collect(Collectors.joining(", "));
                all.add("`law." + method + "(" + parameters + ")`");
            }
        }
        return String.join(" or ", all);
    }

    private static String text(Parameter parameter) {
        var type = parameter.getType().getSimpleName();
        return (parameter.isVarArgs() ? type.replace("[]", "...") : type)
                + " "
                + parameter.getName();
    }

    private static Set<String> methods() {
        var names = new TreeSet<String>();
        for (var method : Law.class.getMethods()) {
            names.add(method.getName());
        }
        return names;
    }

    private static Map<String, String> byWord() {
        var words = new TreeMap<String, String>();
        Map.ofEntries(
                        Map.entry(
                                "award", "add addPoints addScore give givePoints grant pay score"),
                        Map.entry("deduct", "take takePoints removePoints fine charge penalize"),
                        Map.entry("transfer", "send move donate"),
                        Map.entry("declareWinner", "win winner victory setWinner endGame end"),
                        Map.entry("declareDraw", "draw tie"),
                        Map.entry("schedule", "wait sleep delay after timer remind at"),
                        Map.entry("announce", "print println printf log say tell message echo"),
                        Map.entry("passTurn", "next nextTurn setTurn endTurn turn skip"),
                        Map.entry("removePlayer", "kick ban remove expel eliminate"),
                        Map.entry("roll", "random rand randint dice rollDice"),
                        Map.entry("castBallot", "vote ballot castVote"),
                        Map.entry("adopt", "pass accept enact approve"),
                        Map.entry("defeat", "reject fail refuse veto"),
                        Map.entry("now", "time date today clock"),
                        Map.entry("forbid", "deny prohibit block disallow"),
                        Map.entry("permit", "allow"),
                        Map.entry("offer", "ask button input action"),
                        Map.entry("conceal", "hide secret keepSecret private veil"),
                        Map.entry("reveal", "show unveil open publish disclose"),
                        Map.entry("suspend", "repeal disable deleteRule"))
                .forEach(
                        (method, others) -> {
                            for (var word : others.split(" ", -1)) {
                                words.put(word.toLowerCase(Locale.ROOT), method);
                            }
                        });
        return words;
    }
}
