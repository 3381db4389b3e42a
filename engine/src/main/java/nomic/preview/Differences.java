package nomic.preview;

import nomic.game.Canonical;
import nomic.game.Cause;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.RuleEntry;
import nomic.law.Player;
import nomic.law.Turn;
import nomic.preview.FactChange.Sort;
import nomic.preview.RuleChange.Text;
import nomic.preview.RuleChange.What;
import nomic.session.RuleLinks;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a game differs from what it was before some events. */
record Differences(GameState before, GameState after, List<Occurrence> events) {
    private static final String POINTS = "points";

    /** What stands on record, by what it is called. */
    private record Key(Sort sort, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::sort).thenComparing(Key::name).compare(this, other);
        }
    }

    /** Those who left are told too. */
    List<Points> points() {
        return after.players().values().stream()
                .sorted(Comparator.comparingInt(Player::seat))
                .map(Player::name)
                .map(
                        player ->
                                new Points(
                                        player,
                                        before.holding(player, POINTS),
                                        after.holding(player, POINTS)))
                .toList();
    }

    List<String> winners() {
        return after.winners().stream().filter(name -> !before.winners().contains(name)).toList();
    }

    List<SuspendedRule> suspended() {
        var suspended = new ArrayList<SuspendedRule>();
        for (Occurrence occurrence : events) {
            if (occurrence.event() instanceof Event.RuleSuspended e) {
                suspended.add(
                        new SuspendedRule(e.rule(), e.revision(), e.restored(), e.why(), e.use()));
            }
        }
        return suspended;
    }

    List<RuleChange> rules() {
        return events.stream().map(this::rule).filter(Objects::nonNull).toList();
    }

    private @Nullable RuleChange rule(Occurrence occurrence) {
        return switch (occurrence.event()) {
            case Event.RuleEnacted e -> change(What.ENACTED, e.rule(), e.id());
            case Event.RuleAmended e -> change(What.AMENDED, e.rule(), e.id());
            case Event.RuleRepealed e -> change(What.REPEALED, e.rule(), e.id());
            case Event.RuleTransmuted e -> change(What.TRANSMUTED, e.rule(), e.id());
            case Event.RuleRenumbered e -> change(What.RENUMBERED, e.rule(), e.id());
            case Event.RuleSuspended e -> change(What.SUSPENDED, e.rule(), e.id());
            default -> null;
        };
    }

    private RuleChange change(What what, int rule, int id) {
        var now = Objects.requireNonNull(after.rulebook().get(id));
        return new RuleChange(
                what,
                rule,
                now.number(),
                now.mutable(),
                Text.of(before.rulebook().get(id)),
                what == What.REPEALED ? null : Text.of(now),
                RuleLinks.to(before, id).stream().map(RuleEntry::number).sorted().toList());
    }

    List<FactChange> facts() {
        Map<Key, String> then = told(before);
        Map<Key, String> now = told(after);
        Map<Key, Integer> rules = rulesBehind();
        var keys = new TreeSet<Key>(then.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(then.get(key), now.get(key)))
                .map(
                        key ->
                                new FactChange(
                                        key.sort,
                                        key.name,
                                        then.get(key),
                                        now.get(key),
                                        rules.getOrDefault(key, 0)))
                .toList();
    }

    private static Map<Key, String> told(GameState state) {
        var told = new TreeMap<Key, String>();
        state.players()
                .values()
                .forEach(p -> told.put(new Key(Sort.PLAYER, p.name()), p.standing().name()));
        Turn turn = state.turn();
        if (turn != null) {
            told.put(turnKey(), turn.player());
        }
        state.holdings()
                .forEach(
                        (owner, assets) ->
                                assets.forEach(
                                        (asset, amount) ->
                                                told.put(
                                                        holding(owner, asset),
                                                        Long.toString(amount))));
        state.offers()
                .values()
                .forEach(
                        entry ->
                                told.put(
                                        offer(entry.offer().player(), entry.offer().name()),
                                        entry.offer().title()));
        state.deadlines()
                .values()
                .forEach(each -> told.put(deadline(each.name()), each.at().toString()));
        state.facts()
                .values()
                .forEach(fact -> told.put(fact(fact.id(), fact.type()), text(fact.fields())));
        state.cases()
                .values()
                .forEach(each -> told.put(dispute(each.number()), each.status().name()));
        return told;
    }

    private Map<Key, Integer> rulesBehind() {
        var rules = new TreeMap<Key, Integer>();
        for (Occurrence occurrence : events) {
            Key key = key(occurrence.event());
            if (key != null) {
                rules.put(key, occurrence.cause() instanceof Cause.ByRule cause ? cause.rule() : 0);
            }
        }
        return rules;
    }

    private static @Nullable Key key(Event event) {
        return switch (event) {
            case Event.PlayerJoined e -> new Key(Sort.PLAYER, e.player());
            case Event.PlayerLeft e -> new Key(Sort.PLAYER, e.player());
            case Event.StandingChanged e -> new Key(Sort.PLAYER, e.player());
            case Event.TurnStarted _ -> turnKey();
            case Event.HoldingChanged e -> holding(e.owner(), e.asset());
            case Event.OfferMade e -> offer(e.offer().player(), e.offer().name());
            case Event.OfferWithdrawn e -> offer(e.player(), e.name());
            case Event.DeadlineSet e -> deadline(e.name());
            case Event.DeadlineCancelled e -> deadline(e.name());
            case Event.DeadlinePassed e -> deadline(e.name());
            case Event.FactInserted e -> fact(e.id(), e.fact());
            case Event.FactChanged e -> fact(e.id(), e.fact());
            case Event.FactDeleted e -> fact(e.id(), e.fact());
            case Event.CaseClosed e -> dispute(e.caseNumber());
            default -> null;
        };
    }

    private static Key turnKey() {
        return new Key(Sort.TURN, "turn");
    }

    private static Key holding(String owner, String asset) {
        return new Key(Sort.HOLDING, owner + ", " + asset);
    }

    private static Key offer(String player, String name) {
        return new Key(Sort.OFFER, player + ", " + name);
    }

    private static Key deadline(String name) {
        return new Key(Sort.DEADLINE, name);
    }

    private static Key fact(int id, String type) {
        return new Key(Sort.FACT, type + " " + id);
    }

    private static Key dispute(int number) {
        return new Key(Sort.CASE, "case " + number);
    }

    private static String text(Map<String, @Nullable Object> fields) {
        return Canonical.text(fields);
    }
}
