package nomic.server.cli;

import nomic.server.cli.Examination.Finding;
import nomic.server.cli.Examination.Status;
import nomic.server.setting.WrongSetting;
import nomic.server.web.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;

/** Tells whether a server would run here. */
@Command(
        name = "doctor",
        description = {
            "Looks whether a server with these settings would run here, and says what to do.",
            "The exit status is 0 if it would, 1 if there is a problem."
        },
        modelTransformer = Flags.class,
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    private record DoctorView(boolean healthy, List<Finding> findings) {}

    @Override
    public Integer call() {
        List<Finding> findings = examine();
        boolean healthy = findings.stream().noneMatch(one -> one.status() == Status.PROBLEM);
        if (output.json()) {
            output.json(new DoctorView(healthy, findings));
        } else {
            findings.forEach(this::tell);
        }
        return healthy ? Nomic.OK : Nomic.REFUSED;
    }

    private List<Finding> examine() {
        try {
            return Examination.of(Flags.configuration(command));
        } catch (WrongSetting e) {
            throw Flags.wrong(command, e);
        }
    }

    private void tell(Finding finding) {
        output.line(
                "%-8s %s: %s"
                        .formatted(Json.word(finding.status()), finding.what(), finding.found()));
        if (finding.next() != null) {
            output.line("         " + finding.next());
        }
    }
}
