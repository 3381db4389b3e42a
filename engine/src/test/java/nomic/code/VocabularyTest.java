package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class VocabularyTest {
    private static final Vocabulary VOCABULARY = Vocabulary.ALLOWED;

    @Test
    void every_line_names_a_member_of_this_platform() {
        var unknown = new ArrayList<String>();
        for (var entry : VOCABULARY.entries().values()) {
            var members = new TreeSet<String>();
            for (var type = entry.type(); type != null; type = type.getSuperclass()) {
                addMembers(type, entry.type(), members);
            }
            for (var key : entry.members().keySet()) {
                if (!members.contains(key)) {
                    unknown.add(entry.type().getName() + "." + key);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static void addMembers(Class<?> type, Class<?> listed, TreeSet<String> members) {
        for (var field : type.getFields()) {
            members.add(field.getName());
        }
        for (var method : type.getMethods()) {
            members.add(method.getName() + parameters(method));
        }
        if (type == listed) {
            for (var constructor : type.getConstructors()) {
                members.add("<init>" + parameters(constructor));
            }
        }
    }

    private static String parameters(Executable member) {
        return Arrays.stream(member.getParameterTypes())
                .map(Type::getDescriptor)
                .reduce("(", String::concat)
                .concat(")");
    }

    @Test
    void lines_are_sorted_and_without_duplicates() {
        for (var entry : VOCABULARY.entries().values()) {
            var keys = entry.lines().stream().map(VocabularyTest::keyOf).toList();
            assertThat(keys)
                    .as(entry.type().getName())
                    .isSortedAccordingTo(Comparator.naturalOrder())
                    .doesNotHaveDuplicates();
            assertThat(entry.members()).hasSameSizeAs(keys);
        }
    }

    private static String keyOf(String line) {
        var member = line.replaceFirst("  .*", "");
        return member.startsWith("new(") ? member : member.substring(member.indexOf(' ') + 1);
    }

    @Test
    void every_guarded_member_has_a_stand_in() {
        for (var entry : VOCABULARY.entries().values()) {
            var owner = Type.getInternalName(entry.type());
            for (var member : entry.members().entrySet()) {
                var name = member.getKey().replaceFirst("\\(.*", "");
                var parameters = member.getKey().substring(name.length());
                switch (member.getValue()) {
                    case GUARDED ->
                            assertThat(candidates(owner, name, parameters))
                                    .as(owner + "." + member.getKey())
                                    .anyMatch(Objects::nonNull);
                    case GATHERED ->
                            assertThat(Guards.find(owner, name, "([Ljava/lang/Object;)"))
                                    .as(owner + "." + member.getKey())
                                    .isNotNull();
                    case NONE,
                            SCANS,
                            SEARCHES,
                            COPIES,
                            ADDS,
                            APPENDS,
                            NUMBERS,
                            CAPACITY,
                            MAKES,
                            STAGES,
                            KEEPS,
                            VIEWS,
                            WRAPS -> {}
                }
            }
        }
    }

    private static List<Guards.Guard> candidates(String owner, String name, String parameters) {
        return Stream.of(
                        Guards.find(owner, name, parameters),
                        Guards.find(owner, name, "(L" + owner + ";" + parameters.substring(1)))
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void replaced_classes_have_the_members_of_those_they_stand_for() throws Exception {
        for (var entry : VOCABULARY.entries().values()) {
            var replacement = entry.replacement();
            if (replacement != null) {
                var type = Class.forName(replacement.replace('/', '.'));
                var members = new TreeSet<String>();
                addMembers(type, type, members);
                assertThat(members).containsAll(entry.members().keySet());
            }
        }
    }

    private static final Pattern CHANGES =
            Pattern.compile(
                    "(add|clear|compute|merge|offer|poll|pop|push|put|remove|replace|retain|set)"
                            + "([A-Z].*)?");

    /**
     * Changes that these classes need not see: they end in others or in an iterator, or keep to
     * what is paid for at the call.
     */
    private static final Map<Class<?>, Set<String>> INHERITED =
            Map.of(
                    PaidHashMap.class,
                    Set.of("replaceAll(BiFunction)"),
                    PaidHashSet.class,
                    Set.of(
                            "addAll(Collection)",
                            "removeAll(Collection)",
                            "removeIf(Predicate)",
                            "retainAll(Collection)"),
                    PaidArrayList.class,
                    Set.of(
                            "addAll(Collection)",
                            "addFirst(Object)",
                            "addLast(Object)",
                            "clear()",
                            "remove(Object)",
                            "removeAll(Collection)",
                            "removeIf(Predicate)",
                            "removeLast()",
                            "replaceAll(UnaryOperator)",
                            "retainAll(Collection)",
                            "set(int,Object)"));

    /** Else a change that goes past the replacement would go past what it counts. */
    @Test
    void replaced_classes_see_every_change() {
        INHERITED.forEach(
                (type, inherited) ->
                        assertThat(Arrays.stream(type.getMethods()))
                                .as(type.getName())
                                .filteredOn(method -> CHANGES.matcher(method.getName()).matches())
                                .filteredOn(method -> method.getDeclaringClass() != type)
                                .extracting(VocabularyTest::signature)
                                .hasSameElementsAs(inherited));
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    @Test
    void every_listed_class_of_drools_is_there() throws Exception {
        for (var owner : GeneratedVocabulary.ALLOWED.all().keySet()) {
            Class.forName(owner.replace('/', '.'), false, getClass().getClassLoader());
        }
    }

    @Test
    void what_differs_between_processes_is_not_listed() {
        var names =
                VOCABULARY.entries().values().stream()
                        .flatMap(entry -> entry.members().keySet().stream())
                        .map(key -> key.replaceFirst("\\(.*", ""))
                        .toList();
        assertThat(names)
                .doesNotContain(
                        "random",
                        "now",
                        "shuffle",
                        "parallel",
                        "parallelStream",
                        "intern",
                        "getClass",
                        "nCopies",
                        "getProperty",
                        "currentTimeMillis",
                        "nanoTime");
    }
}
