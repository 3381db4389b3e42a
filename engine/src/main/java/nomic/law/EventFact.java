package nomic.law;

/** Something that has just happened. It is in working memory for one round. */
public sealed interface EventFact
        permits GameStarted,
                PlayerJoined,
                PlayerLeft,
                TurnStarted,
                TurnEnded,
                ProposalMade,
                BallotCast,
                VoteClosed,
                VoteSettled,
                HoldingChanged,
                Elapsed,
                Overruled {}
