package nomic.law;

/** Something that has just happened. It is in working memory for one round. */
public sealed interface EventFact
        permits GameStarted,
                PlayerJoined,
                PlayerLeft,
                TurnStarted,
                TurnEnded,
                StandingChanged,
                ProposalMade,
                ProposalRevised,
                ProposalWithdrawn,
                VoteOpened,
                BallotCast,
                VoteClosed,
                VoteSettled,
                HoldingChanged,
                Elapsed,
                JudgmentCalled,
                Judged,
                JudgmentOverruled,
                CaseClosed,
                DeadEndFound,
                Overruled {}
