package nomic.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class RulesetsTest {
    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("tiny"));
        write("index", "tiny\n");
        write("tiny/ruleset.yaml", manifest("[2, 1]"));
        write("tiny/1.drl", rule(1));
        write("tiny/2.drl", rule(2));
    }

    @Test
    void a_ruleset_has_its_rules_in_the_order_of_the_manifest() {
        Ruleset tiny = Rulesets.in(folder).get("tiny");
        assertThat(tiny.title()).isEqualTo("Tiny");
        assertThat(tiny.rules()).extracting("number").containsExactly(2, 1);
    }

    @Test
    void two_rules_of_one_number_are_refused() throws IOException {
        write("tiny/ruleset.yaml", manifest("[1, 2, 1]"));
        refused("tiny/ruleset.yaml: There are two rules 1. Delete one");
    }

    @Test
    void two_files_of_one_rule_are_refused() throws IOException {
        write("tiny/2.dslr", rule(2));
        refused("tiny/ruleset.yaml: There are two rules 2, in 2.drl and 2.dslr. Delete one");
    }

    @Test
    void a_file_that_the_manifest_does_not_list_is_refused() throws IOException {
        write("tiny/3.dslr", rule(3));
        refused("tiny/3.dslr: The manifest lists no rule of this file. Add its number");
        Files.delete(folder.resolve("tiny/3.dslr"));
        write("tiny/02.drl", rule(2));
        refused("tiny/02.drl: The manifest lists no rule of this file.");
        Files.delete(folder.resolve("tiny/02.drl"));
        write("tiny/story.yaml", "");
        write("tiny/2.dsl", "");
        assertThat(Rulesets.in(folder).get("tiny").rules()).hasSize(2);
    }

    @Test
    void a_folder_beside_hides_the_ruleset_of_its_name_on_the_class_path() throws IOException {
        write("tiny/ruleset.yaml", manifest("[1]").replace("rules:", "base: suber\nrules:"));
        Files.delete(folder.resolve("tiny/2.drl"));
        Files.createDirectory(folder.resolve("suber"));
        write("suber/notes.txt", "no ruleset");
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> Rulesets.files(folder.resolve("tiny")))
                .withMessageContaining("There is no ruleset suber to be the base");
    }

    @Test
    void a_rule_without_a_file_is_refused() throws IOException {
        write("tiny/ruleset.yaml", manifest("[1, 3]"));
        refused("tiny/3.drl: There is no such file. Add the file");
    }

    @Test
    void a_file_of_another_number_is_refused() throws IOException {
        write("tiny/2.drl", rule(4));
        refused("tiny/2.drl:1: The header says number: 4. The file of rule 4 is 4.drl or .dslr.");
    }

    @Test
    void a_manifest_without_title_is_refused() throws IOException {
        write("tiny/ruleset.yaml", "name: tiny\nrules: []\n");
        refused("tiny/ruleset.yaml");
    }

    @Test
    void a_manifest_of_another_folder_is_refused() throws IOException {
        write("tiny/ruleset.yaml", manifest("[]").replace("name: tiny", "name: huge"));
        refused("The manifest is of huge. The name is that of the folder: tiny.");
    }

    @Test
    void a_ruleset_that_is_not_there_is_null() {
        assertThat(Rulesets.in(folder).find("huge")).isNull();
    }

    private void refused(String message) {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> Rulesets.in(folder))
                .withMessageContaining(message);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static String manifest(String rules) {
        return "name: tiny\ntitle: Tiny\ndescription: Two rules.\nrules: " + rules + "\n";
    }

    private static String rule(int number) {
        return "/*\nnumber: " + number + "\ntitle: Rule\nclass: mutable\n\nProse.\n*/\n";
    }
}
