package nomic.server;

/** Rules that players propose in tests. */
final class Codes {
    static final String OPPOSITION =
            """
            rule "a vote against a change that passes earns ten points"
            when
                VoteClosed( adopted, $n : proposal )
                Ballot( proposal == $n, choice == Choice.AGAINST, $voter : voter )
            then
                law.award($voter, 10);
            end
            """;

    /** Opens an action to everybody who plays when it is enacted. */
    static final String GIFTS =
            """
            rule "everybody may give points away"
            when
                $p : Player( active )
            then
                law.offer($p.name(), "give", "Give points away",
                        Input.player("to"), Input.number("amount", 1, 5));
            end

            rule "what is given is transferred"
            when
                $a : Act( name == "give", $from : player )
            then
                law.transfer($from, $a.text("to"), "points", $a.number("amount"));
            end
            """;

    /** Wins the game of Suber's rules for its own author, by points. */
    static final String FORTUNE =
            """
            rule "whoever settles a vote gets a fortune"
            when
                VoteSettled( adopted, $author : author )
            then
                law.award($author, 100);
            end
            """;

    /** Breaks whenever it fires. */
    static final String BROKEN =
            """
            rule "a division by nothing"
            when
                Player( active, $p : name )
            then
                long nothing = $p.length() - $p.length();
                law.award($p, 1 / nothing);
            end
            """;

    static final String MISSPELT =
            """
            rule "nothing knows this fact"
            when
                Bllot( voter == "ann" )
            then
            end
            """;

    private Codes() {}
}
