package nomic.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import nomic.code.Diagnostic;
import nomic.game.Command;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class RulesetBaseTest {
    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        write("index", "tall\nbased\n");
        write("tall/ruleset.yaml", manifest("tall", "rules: [1, 2]"));
        write("tall/1.drl", rule(1, "Of tall"));
        write("tall/2.drl", rule(2, "Of tall"));
        write("based/ruleset.yaml", manifest("based", "base: tall\nrules: [1, 2, 3]"));
        write("based/2.drl", rule(2, "Of based"));
        write("based/3.drl", rule(3, "Of based"));
    }

    @Test
    void rules_without_a_file_come_from_the_base() {
        assertThat(Rulesets.in(folder).get("based").rules())
                .extracting(Command.FoundingRule::title)
                .containsExactly("Of tall", "Of based", "Of based");
    }

    @Test
    void a_rule_of_the_base_that_is_not_listed_is_left_out() throws IOException {
        write("based/ruleset.yaml", manifest("based", "base: tall\nrules: [2, 3]"));
        assertThat(Rulesets.in(folder).get("based").rules()).hasSize(2);
    }

    @Test
    void a_base_may_have_a_base() throws IOException {
        write("index", "top\n");
        write("top/ruleset.yaml", manifest("top", "base: based\nrules: [1, 3]"));
        assertThat(Rulesets.in(folder).get("top").rules())
                .extracting(Command.FoundingRule::title)
                .containsExactly("Of tall", "Of based");
    }

    @Test
    void a_rule_that_neither_has_is_refused() throws IOException {
        write("based/ruleset.yaml", manifest("based", "base: tall\nrules: [4]"));
        refused(
                "based/4.drl: There is no such file, and no rule 4 in its base tall. Add the file,"
                        + " or take 4 out of the manifest.");
    }

    @Test
    void a_rule_of_the_base_that_is_listed_twice_is_refused() throws IOException {
        write("based/ruleset.yaml", manifest("based", "base: tall\nrules: [1, 1]"));
        refused("based/ruleset.yaml: There are two rules 1. Delete one");
    }

    @Test
    void an_unknown_base_is_refused() throws IOException {
        write("based/ruleset.yaml", manifest("based", "base: tal\nrules: [1]"));
        refused(
                "based/ruleset.yaml: There is no ruleset tal to be the base. Name one of [tall,"
                        + " based].");
    }

    @Test
    void a_base_that_is_its_own_base_is_refused() throws IOException {
        write("based/ruleset.yaml", manifest("based", "base: based\nrules: [1]"));
        refused("based/ruleset.yaml: The ruleset based would be its own base. Name another");
    }

    @Test
    void bases_that_go_round_are_refused() throws IOException {
        write("tall/ruleset.yaml", manifest("tall", "base: based\nrules: [1]"));
        refused("based/ruleset.yaml: The ruleset tall would be its own base.");
    }

    @Test
    void a_manifest_that_is_no_yaml_is_refused_with_its_line() throws IOException {
        write("based/ruleset.yaml", "name: based\ntitle: T\nrules: [1, 2\n");
        refused("based/ruleset.yaml:3: The manifest cannot be read (while parsing");
    }

    @Test
    void a_manifest_with_nothing_where_a_number_belongs_is_refused() throws IOException {
        write("based/ruleset.yaml", manifest("based", "rules: [1, 2, 3, ]\nbase:"));
        write("based/1.drl", rule(1, "Of based"));
        assertThat(Rulesets.in(folder).get("based").rules()).hasSize(3);
        write("based/ruleset.yaml", manifest("based", "rules: [1, null]"));
        refused("based/ruleset.yaml:4: The manifest cannot be read (");
        write("based/ruleset.yaml", manifest("based", "rules:"));
        refused("based/ruleset.yaml");
    }

    @Test
    void the_files_of_a_folder_are_named_and_remarks_are_placed_in_them() {
        var files = Rulesets.files(folder.resolve("based"));
        assertThat(files)
                .extracting(RuleFile::name)
                .containsExactly("tall/1.drl", "based/2.drl", "based/3.drl");
        var remark = new Diagnostic(Diagnostic.Severity.ERROR, "x", 2, 5, "Wrong.", "");
        assertThat(files.getFirst().inFile(remark).line()).isEqualTo(9);
    }

    private void refused(String message) {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> Rulesets.in(folder))
                .withMessageContaining(message);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String manifest(String name, String rest) {
        return "name: " + name + "\ntitle: T\ndescription: D.\n" + rest + "\n";
    }

    private static String rule(int number, String title) {
        return "/*\nnumber: " + number + "\ntitle: " + title + "\nclass: mutable\n\nProse.\n*/\n";
    }
}
