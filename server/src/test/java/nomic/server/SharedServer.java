package nomic.server;

import io.helidon.logging.common.LogConfig;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One server in this process for all tests, and people with names of their own. */
final class SharedServer implements ParameterResolver {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private record Running(Server server, Api api) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
        }
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedServer.class))
                .computeIfAbsent(Running.class, _ -> start(), Running.class);
    }

    private static Running start() {
        LogConfig.configureRuntime();
        try {
            Path data = Files.createTempDirectory("nomic");
            Server server = Server.start(Settings.local(data));
            return new Running(server, new Api(server.uri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Api.class || type == Person.class || type == Server.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = running(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Person.class) {
            return running.api().person("p" + PEOPLE.incrementAndGet());
        }
        return type == Api.class ? running.api() : running.server();
    }
}
