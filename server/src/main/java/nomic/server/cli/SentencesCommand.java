package nomic.server.cli;

import nomic.sentence.Sentence;
import nomic.sentence.Sentences;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Lists the sentences that every game knows. */
@Command(
        name = "sentences",
        description = {
            "Lists the sentences in which laws can be written, in every game.",
            "What stands in braces is a place: {player}, {number} and so on."
        },
        mixinStandardHelpOptions = true)
final class SentencesCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();

    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "lists only sentences with all of these words")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        List<Sentence> listed = Sentences.standard().all().stream().filter(this::has).toList();
        if (output.json()) {
            output.json(listed);
            return Nomic.OK;
        }
        String section = "";
        for (Sentence sentence : listed) {
            if (!sentence.section().equals(section)) {
                section = sentence.section();
                output.line(section);
            }
            output.line("  " + part(sentence) + "  " + sentence.text());
        }
        return Nomic.OK;
    }

    private boolean has(Sentence sentence) {
        String text = sentence.text().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static String part(Sentence sentence) {
        return switch (sentence.part()) {
            case WHEN -> "When";
            case THEN -> "Then";
            case WORDS -> "{" + sentence.stands() + "}";
        };
    }
}
