package nomic.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Where things are on a server. */
final class Paths {
    private Paths() {}

    /** Where a move is posted to, below the path of its game. */
    static String of(Move move) {
        return switch (move) {
            case Move.Propose _ -> "/proposals";
            case Move.Revise revision -> "/proposals/" + revision.proposal() + "/revisions";
            case Move.Withdraw withdrawal -> "/proposals/" + withdrawal.proposal() + "/withdraw";
            case Move.Vote vote -> "/proposals/" + vote.proposal() + "/ballots";
            case Move.Act act -> "/actions/" + segment(act.name());
            case Move.CallForJudgment _ -> "/cases";
            case Move.Judge judgment -> "/cases/" + judgment.caseNumber() + "/judgments";
            case Move.Order _ -> "/orders";
            case Move.Join _,
                    Move.Leave _,
                    Move.Forfeit _,
                    Move.Start _,
                    Move.EndTurn _,
                    Move.ClaimDeadEnd _ ->
                    "/" + move.type();
        };
    }

    /** A part of a path, in which every character stands for itself. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The parameters of a query, or of a form. */
    static String form(Map<String, ?> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue().toString()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
