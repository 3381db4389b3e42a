package nomic.server.cli;

import nomic.server.CannotStart;
import nomic.server.Server;
import nomic.server.Settings;
import nomic.server.hook.Reach;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Starts the server and runs it until it is told to stop. */
@Command(name = "serve", description = "Starts the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "address to listen on (default: ${DEFAULT-VALUE}, all)")
    private String host = Settings.ALL_ADDRESSES;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE})")
    private int port = Settings.PORT;

    @Mixin private Storage storage = new Storage();
    @Mixin private LimitsOption limits = new LimitsOption();
    @Mixin private AccessOptions access = new AccessOptions();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = {
                "child processes in which rules run; 0 runs them in the server itself",
                "(default: one for each processor, at most 4)"
            })
    private int workers = Settings.workersHere();

    @Option(
            names = "--worker-heap",
            paramLabel = "MB",
            description = "largest heap of a child process (default: ${DEFAULT-VALUE})")
    private int workerHeap = Settings.WORKER_HEAP;

    @Option(
            names = "--webhooks-anywhere",
            description = {
                "lets webhooks call all addresses, of this machine and network too, and over HTTP:",
                "for development"
            })
    private boolean webhooksAnywhere;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        try {
            Server server =
                    Server.start(
                            new Settings(
                                    host,
                                    port,
                                    storage.data(),
                                    storage.database(),
                                    limits.limits(),
                                    workers,
                                    workerHeap,
                                    access.access(),
                                    webhooksAnywhere ? Reach.ANYWHERE : Reach.PUBLIC));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            out.println("Nomic listens on " + server.uri());
            Thread.currentThread().join();
            return Nomic.OK;
        } catch (CannotStart e) {
            command.commandLine().getErr().println("nomic: " + e.getMessage());
            return Nomic.REFUSED;
        }
    }
}
