package nomic.server.cli;

import static nomic.server.setting.Setting.BEHIND_PROXY;
import static nomic.server.setting.Setting.CORS;
import static nomic.server.setting.Setting.HOST;
import static nomic.server.setting.Setting.LIMITS;
import static nomic.server.setting.Setting.LOG_FORMAT;
import static nomic.server.setting.Setting.LOG_REQUESTS;
import static nomic.server.setting.Setting.MAIL;
import static nomic.server.setting.Setting.MAIL_FROM;
import static nomic.server.setting.Setting.MAIL_PASSWORD;
import static nomic.server.setting.Setting.MAIL_USER;
import static nomic.server.setting.Setting.MANAGEMENT_HOST;
import static nomic.server.setting.Setting.MANAGEMENT_PORT;
import static nomic.server.setting.Setting.PORT;
import static nomic.server.setting.Setting.RATES;
import static nomic.server.setting.Setting.SHUTDOWN_GRACE;
import static nomic.server.setting.Setting.WEBHOOKS_ANYWHERE;
import static nomic.server.setting.Setting.WORKERS;
import static nomic.server.setting.Setting.WORKER_HEAP;

import nomic.game.Limits;
import nomic.server.Access;
import nomic.server.CannotStart;
import nomic.server.Operation;
import nomic.server.Server;
import nomic.server.Settings;
import nomic.server.hook.Reach;
import nomic.server.logging.Log;
import nomic.server.mail.MailSettings;
import nomic.server.setting.Configuration;
import nomic.server.setting.LimitsText;
import nomic.server.setting.RatesText;
import nomic.server.setting.WrongSetting;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Starts the server and runs it until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Starts the server. Each option can be set in a file and in the environment too, such"
                    + " as --worker-heap by worker-heap=512 and NOMIC_WORKER_HEAP=512."
        },
        modelTransformer = Flags.class,
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        try {
            Configuration given = Flags.configuration(command);
            Log.configure(
                    given.textOrStandard(LOG_FORMAT).equals("json"), given.isOn(LOG_REQUESTS));
            Settings settings = settings(given);
            Server server = Server.start(settings);
            PrintWriter err = command.commandLine().getErr();
            Farewell.atTheEndOfTheProcess(server, settings.operation().grace(), err);
            if (server.managementPort() > 0) {
                out.println("Health and metrics are at port " + server.managementPort());
            }
            out.println("Nomic listens on " + server.uri());
            Thread.currentThread().join();
            return Nomic.OK;
        } catch (WrongSetting e) {
            throw Flags.wrong(command, e);
        } catch (CannotStart e) {
            command.commandLine().getErr().println("nomic: " + e.getMessage());
            return Nomic.REFUSED;
        }
    }

    private static Settings settings(Configuration given) {
        String limits = given.text(LIMITS);
        String workers = given.text(WORKERS);
        return new Settings(
                given.textOrStandard(HOST),
                given.whole(PORT),
                given.data(),
                given.database(),
                limits == null ? Limits.STANDARD : LimitsText.read(limits),
                workers == null ? Settings.workersHere() : Integer.parseInt(workers),
                given.whole(WORKER_HEAP),
                new Access(
                        RatesText.read(given.textOrStandard(RATES)),
                        given.isOn(BEHIND_PROXY),
                        mail(given),
                        origins(given.text(CORS))),
                given.isOn(WEBHOOKS_ANYWHERE) ? Reach.ANYWHERE : Reach.PUBLIC,
                operation(given));
    }

    private static Operation operation(Configuration given) {
        String port = given.text(MANAGEMENT_PORT);
        Duration grace = Duration.ofSeconds(given.whole(SHUTDOWN_GRACE));
        return new Operation(
                port == null
                        ? null
                        : new Operation.Management(
                                given.textOrStandard(MANAGEMENT_HOST), Integer.parseInt(port)),
                grace);
    }

    private static @Nullable MailSettings mail(Configuration given) {
        String server = given.text(MAIL);
        return server == null
                ? null
                : new MailSettings(
                        URI.create(server),
                        given.textOrStandard(MAIL_FROM),
                        given.text(MAIL_USER),
                        given.text(MAIL_PASSWORD));
    }

    private static Set<String> origins(@Nullable String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
