package nomic.server.cli;

import nomic.log.Finding;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Verifier;
import nomic.record.GameRecord;
import nomic.server.CannotStart;
import nomic.session.Interpreter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Decides all commands of a log or a file again. */
@Command(
        name = "verify",
        description = {
            "Decides every command of a file, or every logged command, again and compares. Of a",
            "server on H2 stop it before; a file needs no server.",
            "The exit status is 0 if all is the same, 1 if something differs."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();

    @Mixin private Storage storage = new Storage();

    @Option(names = "--all", description = "tell of each game, also where nothing differs")
    private boolean all;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "the key of the server that the file must be signed by")
    private @Nullable String key;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "a game that was exported (default: all games of the server)")
    private @Nullable Path file;

    private record GameReport(GameId game, long commands, int findings) {}

    private record LogView(int games, List<GameReport> each, List<Finding> findings) {}

    /**
     * @param signed whether the key has signed each byte of it
     */
    private record FileView(
            String game,
            String engine,
            long commands,
            long events,
            String key,
            boolean signed,
            List<Finding> findings) {}

    @Override
    public Integer call() {
        try (Interpreter interpreter = Interpreter.standard()) {
            Path named = file;
            if (named != null) {
                return verify(RecordFile.read(named, output), interpreter);
            }
            return storage.with(log -> verify(log, interpreter));
        } catch (CannotStart e) {
            throw output.wrong(e);
        }
    }

    private int verify(GameLog log, Interpreter interpreter) {
        var verifier = new Verifier(interpreter);
        var reports = new ArrayList<GameReport>();
        var findings = new ArrayList<Finding>();
        for (GameId game : log.games()) {
            List<Finding> found = verifier.verify(log, game);
            var head = log.head(game);
            var report = new GameReport(game, head == null ? 0 : head.position(), found.size());
            reports.add(report);
            findings.addAll(found);
            if (!output.json()) {
                found.forEach(finding -> output.line(told(finding)));
                if (all) {
                    output.line(told(report));
                }
            }
        }
        if (output.json()) {
            output.json(new LogView(reports.size(), all ? reports : List.of(), findings));
        } else {
            output.line(reports.size() + " games, " + findings.size() + " findings");
        }
        return findings.isEmpty() ? Nomic.OK : Nomic.REFUSED;
    }

    private static String told(GameReport report) {
        return "game %s: %d commands, %s"
                .formatted(
                        report.game(),
                        report.commands(),
                        report.findings() == 0
                                ? "all decided the same"
                                : report.findings() + " findings");
    }

    private int verify(GameRecord record, Interpreter interpreter) {
        boolean signed = record.isSigned();
        boolean right = signed && (key == null || key.equals(record.trailer().key()));
        List<Finding> findings = record.verify(interpreter);
        if (output.json()) {
            output.json(
                    new FileView(
                            record.header().game(),
                            record.header().engine(),
                            record.trailer().position(),
                            record.trailer().head(),
                            record.trailer().key(),
                            signed,
                            findings));
        } else {
            findings.forEach(finding -> output.line(told(finding)));
            output.line(
                    signed
                            ? "signed by " + record.trailer().key()
                            : "the signature is not that of the key " + record.trailer().key());
            if (signed && !right) {
                output.line("it had to be signed by " + key);
            }
            output.line(
                    "game %s: %d commands, %d events, %d findings"
                            .formatted(
                                    record.header().game(),
                                    record.trailer().position(),
                                    record.trailer().head(),
                                    findings.size()));
        }
        return findings.isEmpty() && right ? Nomic.OK : Nomic.REFUSED;
    }

    private static String told(Finding finding) {
        return "game %s, command %d (%s by %s): %s: %s"
                .formatted(
                        finding.game(),
                        finding.position(),
                        finding.command(),
                        finding.player(),
                        finding.what(),
                        finding.detail());
    }
}
