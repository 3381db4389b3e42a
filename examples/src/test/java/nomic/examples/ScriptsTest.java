package nomic.examples;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.ruleset.Rulesets;
import nomic.script.Played;
import nomic.script.ScriptedGame;
import nomic.session.Interpreter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Plays the scripted games of the examples and the listings of the documentation. */
final class ScriptsTest {
    private static final Interpreter INTERPRETER = Interpreter.standard();
    private static final Rulesets RULESETS = Rulesets.onClassPath();

    @TempDir Path folder;

    @AfterAll
    static void close() {
        INTERPRETER.close();
    }

    static List<Path> amendments() throws IOException {
        return list("amendments", ".yaml").stream()
                .filter(file -> !file.toString().endsWith(".tests.yaml"))
                .toList();
    }

    static List<Path> games() throws IOException {
        return list("games", ".yaml");
    }

    @ParameterizedTest
    @MethodSource({"amendments", "games"})
    void a_scripted_game_goes_as_written(Path script) {
        assertThat(play(script).report()).isEmpty();
    }

    @Test
    void every_amendment_is_played() throws IOException {
        String scripts = "";
        for (Path script : amendments()) {
            scripts += Files.readString(script);
        }
        List<Path> amendments = new ArrayList<>(list("amendments", ".drl"));
        amendments.addAll(list("amendments", ".dslr"));
        assertThat(amendments).hasSizeGreaterThanOrEqualTo(30);
        for (Path amendment : amendments) {
            assertThat(scripts).contains("{file: " + amendment.getFileName() + "}");
        }
    }

    @Test
    void there_are_two_games_of_twenty_moves() throws IOException {
        assertThat(games()).hasSizeGreaterThanOrEqualTo(2);
        for (Path game : games()) {
            assertThat(play(game).steps()).hasSizeGreaterThan(20);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void the_listings_of_a_document_go_as_written(Path document) throws IOException {
        int scripts = 0;
        var rules = new ArrayList<String>();
        var played = new StringBuilder();
        for (Listing listing : Listing.in(document)) {
            Path file = folder.resolve(listing.name(scripts));
            Files.writeString(file, listing.text());
            if (listing.isScript()) {
                scripts++;
                played.append(listing.text());
                assertThat(play(file).report()).isEmpty();
            } else if (!listing.name(0).endsWith(".dsl")) {
                rules.add(listing.name(0));
            }
        }
        assertThat(scripts).isPositive();
        assertThat(rules).allMatch(rule -> played.indexOf(rule) >= 0);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_has_no_listing_that_is_not_run(Path document) throws IOException {
        assertThat(Listing.unrun(document)).isEmpty();
    }

    static List<Path> documents() {
        return List.of(Path.of("../docs/guide.md"), Path.of("../docs/scripts.md"));
    }

    private static Played play(Path script) {
        return ScriptedGame.read(script).play(INTERPRETER, RULESETS);
    }

    private static List<Path> list(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
