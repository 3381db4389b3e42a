package nomic.session;

import nomic.law.ClaimKind;
import nomic.law.Offer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What a rule has asked for through {@code law}. */
sealed interface Ask {
    ClaimKind kind();

    /** What it is about, as rules see it in a claim. */
    String subject();

    /**
     * Names what only one outcome can be had of; asks that share it but are not equal exclude each
     * other, equal ones merge. Null where every ask stands for itself.
     */
    default @Nullable String exclusive() {
        return null;
    }

    record Adopt(int proposal) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.ADOPT;
        }

        @Override
        public String subject() {
            return Integer.toString(proposal);
        }

        @Override
        public String exclusive() {
            return "close " + proposal;
        }
    }

    record Defeat(int proposal) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.DEFEAT;
        }

        @Override
        public String subject() {
            return Integer.toString(proposal);
        }

        @Override
        public String exclusive() {
            return "close " + proposal;
        }
    }

    record OpenVote(int proposal) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.OPEN_VOTE;
        }

        @Override
        public String subject() {
            return Integer.toString(proposal);
        }

        @Override
        public String exclusive() {
            return "open " + proposal;
        }
    }

    record PassTurn(String player, int circuit) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.TURN;
        }

        @Override
        public String subject() {
            return player;
        }

        @Override
        public String exclusive() {
            return "turn";
        }
    }

    record Award(String player, String asset, long amount) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.HOLDING;
        }

        @Override
        public String subject() {
            return player;
        }
    }

    record Transfer(String from, String to, String asset, long amount) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.TRANSFER;
        }

        @Override
        public String subject() {
            return from;
        }
    }

    record Win(String player, String why) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.WIN;
        }

        @Override
        public String subject() {
            return player;
        }

        @Override
        public String exclusive() {
            return "win";
        }
    }

    record Schedule(String name, Instant at) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.SCHEDULE;
        }

        @Override
        public String subject() {
            return name;
        }

        @Override
        public String exclusive() {
            return "deadline " + name;
        }
    }

    record Cancel(String name) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.CANCEL;
        }

        @Override
        public String subject() {
            return name;
        }

        @Override
        public String exclusive() {
            return "deadline " + name;
        }
    }

    /** Opens an action; the id of the offer is given when it is made. */
    record Open(Offer offer) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.OFFER;
        }

        @Override
        public String subject() {
            return offer.player();
        }

        @Override
        public String exclusive() {
            return "offer " + offer.player() + " " + offer.name();
        }
    }

    record Withdraw(String player, String name) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.WITHDRAW;
        }

        @Override
        public String subject() {
            return player;
        }

        @Override
        public String exclusive() {
            return "offer " + player + " " + name;
        }
    }

    record Announce(String text) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.ANNOUNCE;
        }

        @Override
        public String subject() {
            return "";
        }
    }

    record NumberFrom(int number) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.NUMBERING;
        }

        @Override
        public String subject() {
            return Integer.toString(number);
        }

        @Override
        public String exclusive() {
            return "numbering";
        }
    }

    /** Gives the rule with an id another number. */
    record Renumber(int ruleId, int rule, int number) implements Ask {
        @Override
        public ClaimKind kind() {
            return ClaimKind.RENUMBER;
        }

        @Override
        public String subject() {
            return Integer.toString(rule);
        }

        @Override
        public String exclusive() {
            return "number of " + ruleId;
        }
    }
}
