package nomic.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** Units of rule code by number: the same number gives the same unit. */
final class FuzzUnits {
    private final Grammar grammar = new Grammar(lines());
    private final List<String> specimens = Specimens.files().stream().map(Specimens::code).toList();

    private static List<String> lines() {
        try (var file =
                Objects.requireNonNull(
                        FuzzUnits.class.getResourceAsStream("fuzz/rule-code.grammar"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Most follow the grammar, some are damaged, some are damaged files of the project. */
    String unit(long number) {
        var chance = new SplittableRandom(number);
        return switch (chance.nextInt(10)) {
            case 0 -> Damage.to(specimen(chance), specimen(chance), chance);
            case 1, 2 -> Damage.to(derived(chance), specimen(chance), chance);
            default -> derived(chance);
        };
    }

    private String derived(SplittableRandom chance) {
        return Derivation.of(grammar, "unit", chance, 5 + chance.nextInt(6));
    }

    private String specimen(SplittableRandom chance) {
        return specimens.get(chance.nextInt(specimens.size()));
    }
}
