package nomic.server.rate;

import nomic.server.web.Request;

import org.jspecify.annotations.Nullable;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where requests come from, as far as one person has it. */
final class Address {
    /** Of IPv6 each customer has at least this many bytes for himself. */
    private static final int PREFIX = 8;

    private static final int LONGEST = 64;

    private Address() {}

    static String of(Request request, boolean behindProxy) {
        String forwarded = behindProxy ? request.lastOf("X-Forwarded-For") : null;
        return forwarded == null ? of(request.peer()) : of(forwarded);
    }

    /** Of a connection whose proxy, if there is one, has named an address for it. */
    static String of(InetAddress peer, @Nullable String forwarded) {
        return forwarded == null ? of(peer) : of(forwarded);
    }

    private static String of(String text) {
        try {
            return of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return text.substring(0, Math.min(LONGEST, text.length()));
        }
    }

    static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX))
                : address.getHostAddress();
    }
}
