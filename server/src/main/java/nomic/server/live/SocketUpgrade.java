package nomic.server.live;

import io.helidon.webserver.ProtocolConfigs;
import io.helidon.webserver.http1.spi.Http1UpgradeProvider;
import io.helidon.webserver.http1.spi.Http1Upgrader;

/** Brings the {@link SocketProtocol} of a server to Helidon, which looks for it by this class. */
public final class SocketUpgrade implements Http1UpgradeProvider<SocketProtocol> {
    @Override
    public String protocolType() {
        return SocketProtocol.TYPE;
    }

    @Override
    public Class<SocketProtocol> protocolConfigType() {
        return SocketProtocol.class;
    }

    @Override
    public Http1Upgrader create(SocketProtocol protocol, ProtocolConfigs all) {
        return protocol;
    }
}
