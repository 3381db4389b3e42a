package nomic.server.hook;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

/**
 * Sends calls over HTTP. An address is checked where it is connected to, so a name that leads
 * somewhere else a moment later leads nowhere. Redirects and proxies are not used, and of an answer
 * nothing is read but its status.
 */
final class Sender implements AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);

    /** All of one call, however slowly an answer drips. */
    private static final int DEADLINE_SECONDS = 20;

    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    Sender(Reach reach, int most) {
        this.http =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setDnsResolver(new Checked(reach))
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(CONNECT)
                                                        .setSocketTimeout(ANSWER)
                                                        .build())
                                        .setMaxConnTotal(most)
                                        .setMaxConnPerRoute(most)
                                        .build())
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setConnectionRequestTimeout(CONNECT)
                                        .setResponseTimeout(ANSWER)
                                        .setProtocolUpgradeEnabled(false)
                                        .build())
                        .setRoutePlanner(
                                new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                        .setConnectionReuseStrategy((_, _, _) -> false)
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .setUserAgent("Nomic-Webhooks/1")
                        .build();
    }

    /** What became of an attempt. */
    sealed interface Sent {
        record Answered(int status) implements Sent {
            boolean arrived() {
                return status / 100 == 2;
            }
        }

        /**
         * @param why for the owner of the webhook; nothing of the server's own network
         */
        record Failed(String why) implements Sent {}
    }

    /** Makes an attempt, within half a minute. */
    Sent send(Attempt attempt, long timestamp) {
        var request = new HttpPost(attempt.url());
        String id = "msg_" + attempt.id();
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(timestamp));
        request.setHeader(
                "webhook-signature", Signature.of(attempt.secret(), id, timestamp, attempt.body()));
        request.setEntity(new StringEntity(attempt.body(), ContentType.APPLICATION_JSON));
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::cancel, DEADLINE_SECONDS, TimeUnit.SECONDS);
        try {
            return new Sent.Answered(status(request));
        } catch (UnknownHostException e) {
            return new Sent.Failed("the host has no address, or none that is called");
        } catch (SSLException e) {
            return new Sent.Failed("there is no secure connection to the host");
        } catch (IOException e) {
            return new Sent.Failed("the host does not answer, or too slowly");
        } finally {
            deadline.cancel(false);
        }
    }

    /** To cancel the request ends the connection, so that an endless body is not read on. */
    private int status(HttpPost request) throws IOException {
        ClassicHttpResponse response = http.executeOpen(null, request, null);
        int status = response.getCode();
        request.cancel();
        Closer.closeQuietly(response);
        return status;
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
        deadlines.shutdownNow();
    }

    /** Finds addresses, all of which must be reachable: one that is not would be tried as well. */
    private record Checked(Reach reach) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            for (InetAddress address : addresses) {
                if (!reach.allows(address)) {
                    throw new UnknownHostException("An address that is not called");
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
