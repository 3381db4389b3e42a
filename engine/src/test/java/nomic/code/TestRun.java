package nomic.code;

import nomic.law.Law;

import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.modelcompiler.KiePackagesBuilder;
import org.kie.api.KieServices;
import org.kie.internal.builder.KnowledgeBuilderFactory;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs checked rules once, with some facts, under a meter. */
final class TestRun {
    private static final int MOST_FIRINGS = 5_000;

    /** What came of a run: facts at its end, calls of {@code law}, and the failure if any. */
    record Outcome(int fired, List<Object> facts, List<String> lawCalls, List<Throwable> failures) {
        boolean stopped() {
            return fired >= MOST_FIRINGS || !failures.isEmpty();
        }

        Throwable rootFailure() {
            var failure = failures.getFirst();
            while (failure.getCause() != null) {
                failure = failure.getCause();
            }
            return failure;
        }
    }

    private TestRun() {}

    static Outcome of(Check check, Object... facts) {
        return of(meter(), List.of(accepted(check)), facts);
    }

    static Meter meter() {
        return new Meter(new Meter.Limits(5_000_000, 32L << 20, 300));
    }

    static CompiledRule accepted(Check check) {
        return switch (check) {
            case Check.Accepted accepted -> accepted.rule();
            case Check.Refused refused -> throw new AssertionError(refused.diagnostics());
        };
    }

    static Outcome of(Meter meter, List<CompiledRule> rules, Object... facts) {
        try (var thread = Executors.newSingleThreadExecutor(MeteredThread.factory("rule-test"))) {
            return thread.submit(() -> run(meter, rules, facts)).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The run did not end", e);
        }
    }

    private static Outcome run(Meter meter, List<CompiledRule> rules, Object... facts) {
        var left = new ArrayList<>();
        var calls = new ArrayList<String>();
        try {
            int fired =
                    MeteredThread.under(
                            meter,
                            () -> {
                                var base =
                                        KnowledgeBaseFactory.newKnowledgeBase(
                                                KieServices.get().newKieBaseConfiguration());
                                for (var rule : rules) {
                                    add(base, rule);
                                }
                                var session = base.newKieSession();
                                session.setGlobal("law", recording(calls));
                                for (var fact : facts) {
                                    session.insert(fact);
                                }
                                fire(session, "legality");
                                int inPlay = fire(session, "play");
                                left.addAll(session.getObjects());
                                return inPlay;
                            });
            return new Outcome(fired, left, calls, List.of());
        } catch (Exception | LimitExceeded failure) {
            return new Outcome(0, left, calls, List.of(failure));
        }
    }

    private static int fire(org.kie.api.runtime.KieSession session, String group) {
        var agendaGroup = session.getAgenda().getAgendaGroup(group);
        if (agendaGroup == null) {
            return 0;
        }
        agendaGroup.setFocus();
        return session.fireAllRules(MOST_FIRINGS);
    }

    private static void add(
            org.drools.kiesession.rulebase.InternalKnowledgeBase base, CompiledRule rule) {
        var packages =
                new KiePackagesBuilder(
                                RuleBaseFactory.newKnowledgeBaseConfiguration(null, rule.loader()),
                                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                                        null, rule.loader()),
                                rule.models())
                        .build();
        base.addPackages(List.copyOf(packages.getKiePackages()));
    }

    private static Law recording(List<String> calls) {
        return (Law)
                Proxy.newProxyInstance(
                        Law.class.getClassLoader(),
                        new Class<?>[] {Law.class},
                        (_, method, arguments) -> {
                            calls.add(method.getName() + Arrays.deepToString(arguments));
                            return method.getReturnType() == int.class ? 1 : null;
                        });
    }
}
