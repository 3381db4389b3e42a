package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.drools.drl.ast.descr.BaseDescr;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The policies know all that the parser of this Drools can say of a text. */
class PolicyCompletenessTest {
    private static final Set<String> VERDICTS =
            Set.of("bytecode", "checked", "derived", "never", "place", "refused");

    @Test
    void every_getter_of_the_parsed_text_is_decided_on() throws IOException {
        var known = new TreeMap<String, Set<String>>();
        var whole = new TreeSet<String>();
        for (var line : lines()) {
            var words = List.of(line.split(" ", -1));
            assertThat(VERDICTS).contains(words.get(1));
            known.computeIfAbsent(words.getFirst(), _ -> new TreeSet<>())
                    .addAll(words.subList(2, words.size()));
            if (words.size() == 2) {
                whole.add(words.getFirst());
            }
        }
        var there = getters();
        whole.forEach(name -> known.replace(name, there.getOrDefault(name, Set.of())));

        assertThat(known).isEqualTo(there);
    }

    @Test
    void no_getter_is_decided_on_twice() throws IOException {
        var names =
                lines().stream()
                        .map(line -> List.of(line.split(" ", -1)))
                        .flatMap(
                                words ->
                                        words.subList(2, words.size()).stream()
                                                .map(getter -> words.getFirst() + "." + getter))
                        .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    private static List<String> lines() throws IOException {
        try (var file =
                Objects.requireNonNull(
                        PolicyCompletenessTest.class.getResourceAsStream(
                                "policy/parsed-text.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static Map<String, Set<String>> getters() {
        var getters = new TreeMap<String, Set<String>>();
        for (var type : new ClassFileImporter().importPackages(BaseDescr.class.getPackageName())) {
            if (type.getName().endsWith("Descr")) {
                getters.put(type.getName().replaceFirst(".*\\.", ""), getters(type));
            }
        }
        return getters;
    }

    private static Set<String> getters(JavaClass type) {
        var names = new TreeSet<String>();
        Arrays.stream(type.reflect().getDeclaredMethods())
                .filter(PolicyCompletenessTest::isGetter)
                .forEach(method -> names.add(method.getName()));
        return names;
    }

    private static boolean isGetter(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getParameterCount() == 0
                && method.getName().matches("(get|is|has)[A-Z].*");
    }
}
