package nomic.server.cli;

import nomic.server.Version;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

import java.io.PrintWriter;

/** The program and its commands. */
@Command(
        name = "nomic",
        description = "Plays Nomic, the game in which changing the rules is a move.",
        mixinStandardHelpOptions = true,
        versionProvider = Nomic.VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            DoctorCommand.class,
            CheckCommand.class,
            TryCommand.class,
            PreviewCommand.class,
            PlayCommand.class,
            SentencesCommand.class,
            TemplateCommand.class,
            VerifyCommand.class,
            WhyCommand.class,
            ReleaseCommand.class,
            AdministratorCommand.class,
        })
public final class Nomic {
    static final int OK = 0;
    static final int REFUSED = 1;
    static final int SUSPENDED = 2;

    /** The exit status of a command line that is not understood, as in {@code sysexits.h}. */
    static final int USAGE = 64;

    /** The exit status where something inside broke. */
    static final int SOFTWARE = 70;

    private Nomic() {}

    /** Runs a command line and gives its exit status. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Nomic())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Nomic::misunderstood)
                .setExitCodeExceptionMapper(_ -> SOFTWARE)
                .execute(args);
    }

    private static int misunderstood(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("nomic: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }

    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.TEXT};
        }
    }
}
