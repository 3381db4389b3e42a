package nomic.game;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.law.DeadEnd;
import nomic.law.Player;
import nomic.law.RuleStatus;
import nomic.law.Turn;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A game at one moment: plain, immutable data, the fold of its events.
 *
 * @param master the name of the game master
 * @param rulebook by permanent id
 * @param proposals by number
 * @param holdings amounts by owner and asset
 * @param deadlines by name
 * @param offers by id
 * @param cases by number
 * @param deadEnd what is known of the present turn; null where nobody has claimed a dead end
 * @param facts the rules' own facts by id
 * @param nextProposal the number of the next proposal, unless a rule raises it
 * @param limits of each command; a record that names none has the standard ones
 * @param rulebookOf the game from whose rulebook it began; null for that of its ruleset
 * @param paused null where players can move
 * @param ended why its master has ended it; null where no master has
 * @param secrets facts that are kept from some, by key
 */
public record GameState(
        String name,
        String ruleset,
        String master,
        GameStatus status,
        SortedMap<String, Player> players,
        @Nullable Turn turn,
        SortedMap<Integer, RuleEntry> rulebook,
        SortedMap<Integer, ProposalEntry> proposals,
        SortedMap<String, SortedMap<String, Long>> holdings,
        SortedMap<String, DeadlineEntry> deadlines,
        SortedMap<Integer, OfferEntry> offers,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<Integer, CaseEntry> cases,
        @Nullable DeadEnd deadEnd,
        SortedMap<Integer, OwnFact> facts,
        int nextProposal,
        int nextOffer,
        int nextFact,
        List<String> winners,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Limits limits,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Origin rulebookOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pause paused,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ended,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, Secret> secrets) {
    public GameState {
        limits = Limits.orStandard(limits);
        cases = cases == null ? none() : cases;
        secrets =
                secrets == null || status == GameStatus.FINISHED
                        ? none()
                        : standing(secrets, proposals, offers, facts);
    }

    /** A secret ends with its fact. */
    private static SortedMap<String, Secret> standing(
            SortedMap<String, Secret> secrets,
            SortedMap<Integer, ProposalEntry> proposals,
            SortedMap<Integer, OfferEntry> offers,
            SortedMap<Integer, OwnFact> facts) {
        if (secrets.isEmpty()) {
            return none();
        }
        var keys = new HashSet<String>();
        facts.keySet().forEach(id -> keys.add(Secret.fact(id)));
        offers.keySet().forEach(id -> keys.add(Secret.offer(id)));
        proposals.forEach(
                (number, proposal) ->
                        proposal.ballots()
                                .keySet()
                                .forEach(voter -> keys.add(Secret.ballot(number, voter))));
        var standing = new TreeMap<>(secrets);
        standing.keySet().retainAll(keys);
        return Collections.unmodifiableSortedMap(standing);
    }

    /** What there is before a game is created. */
    public static final GameState NONE =
            new GameState(
                    "",
                    "",
                    "",
                    GameStatus.OPEN,
                    none(),
                    null,
                    none(),
                    none(),
                    none(),
                    none(),
                    none(),
                    none(),
                    null,
                    none(),
                    1,
                    1,
                    1,
                    List.of(),
                    Limits.STANDARD,
                    null,
                    null,
                    null,
                    none());

    private static <K, V> SortedMap<K, V> none() {
        return Collections.unmodifiableSortedMap(new TreeMap<>());
    }

    /** A game with this rulebook that nobody has joined yet. */
    public GameState startedAnew(String newMaster) {
        return new GameState(
                name,
                ruleset,
                newMaster,
                GameStatus.OPEN,
                none(),
                null,
                rulebook,
                none(),
                none(),
                none(),
                none(),
                none(),
                null,
                none(),
                nextProposal,
                1,
                1,
                List.of(),
                limits,
                rulebookOf,
                null,
                null,
                none());
    }

    public boolean exists() {
        return !master.isEmpty();
    }

    /** The rule with a present number; a repealed one only where no other has the number. */
    public @Nullable RuleEntry rule(int number) {
        RuleEntry repealed = null;
        for (RuleEntry rule : rulebook.values()) {
            if (rule.number() == number) {
                if (rule.status() != RuleStatus.REPEALED) {
                    return rule;
                }
                repealed = rule;
            }
        }
        return repealed;
    }

    public int nextCase() {
        return cases.isEmpty() ? 1 : cases.lastKey() + 1;
    }

    /** The present number of the rule with an id; 0 where there is none. */
    public int numberOf(int ruleId) {
        RuleEntry rule = rulebook.get(ruleId);
        return rule == null ? 0 : rule.number();
    }

    public long holding(String owner, String asset) {
        return holdings.getOrDefault(owner, none()).getOrDefault(asset, 0L);
    }

    public boolean holds(String owner, String asset) {
        return holdings.getOrDefault(owner, none()).containsKey(asset);
    }

    /** This game, as it goes on from an earlier state of it that is taken up again. */
    GameState takenUp(Past past, Instant at) {
        Duration gone = Duration.between(past.state().clock(past.at()), clock(at));
        return new Draft(past.state()).takenUpBy(this, gone).state();
    }

    /** This game, as another begins with it. */
    GameState forked(
            Past past,
            String newName,
            String newMaster,
            Limits newLimits,
            Origin forkOf,
            Instant at) {
        Duration gone = Duration.between(clock(past.at()), at);
        return new Draft(this).forked(newName, newMaster, newLimits, forkOf, gone).state();
    }

    /** The time that deadlines are to be compared with: in a paused game it stands still. */
    private Instant clock(Instant at) {
        return paused == null ? at : paused.since();
    }

    /**
     * The time of the first deadline, or null; the deadlines of rules not in force sleep, and all
     * do in a paused game.
     */
    public @Nullable Instant firstDeadline() {
        if (paused != null) {
            return null;
        }
        return deadlines.values().stream()
                .filter(
                        deadline -> {
                            RuleEntry rule = rulebook.get(deadline.rule());
                            return rule != null && rule.inForce();
                        })
                .map(DeadlineEntry::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * The same game under other rules. The offers and deadlines of repealed ones end.
     *
     * @param rules by permanent id
     * @param ownFacts the facts of these rules
     */
    public GameState under(
            SortedMap<Integer, RuleEntry> rules, SortedMap<Integer, OwnFact> ownFacts) {
        var standing = new TreeMap<>(deadlines);
        standing.values().removeIf(deadline -> isRepealed(rules.get(deadline.rule())));
        var open = new TreeMap<>(offers);
        open.values().removeIf(offer -> isRepealed(rules.get(offer.rule())));
        return new GameState(
                name,
                ruleset,
                master,
                status,
                players,
                turn,
                rules,
                proposals,
                holdings,
                standing,
                open,
                cases,
                deadEnd,
                ownFacts,
                nextProposal,
                nextOffer,
                nextFact,
                winners,
                limits,
                rulebookOf,
                paused,
                ended,
                secrets);
    }

    /** Whether a fact is kept from somebody; null is a stranger. */
    public boolean hides(String key, @Nullable String viewer) {
        Secret secret = secrets.get(key);
        return secret != null && secret.isKeptFrom(viewer);
    }

    /**
     * The game as somebody knows it: without the facts that are kept from them, and with nothing
     * concealed; null is a stranger.
     */
    public GameState seenBy(@Nullable String viewer) {
        if (secrets.values().stream().noneMatch(secret -> secret.isKeptFrom(viewer))) {
            return this;
        }
        return new Draft(this).knownTo(viewer).state();
    }

    private static boolean isRepealed(@Nullable RuleEntry rule) {
        return rule == null || rule.status() == RuleStatus.REPEALED;
    }

    /** The hash of the rulebook: which revision of which rule acts. */
    public String rulebookHash() {
        var texts = new TreeMap<Integer, List<Object>>();
        rulebook.forEach(
                (id, rule) ->
                        texts.put(
                                id,
                                List.of(
                                        rule.number(),
                                        rule.mutable(),
                                        rule.status(),
                                        rule.revision(),
                                        rule.text().hash())));
        return Canonical.hash(texts);
    }

    /** The hash of the whole state. */
    public String hash() {
        return Canonical.hash(this);
    }
}
