package nomic.server.hook;

import org.jspecify.annotations.Nullable;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Which servers are called. Those inside of the operator's network are no business of players. */
public enum Reach {
    /** Public addresses, over HTTPS. */
    PUBLIC,
    /** All addresses, over HTTP as well: for tests and development. */
    ANYWHERE;

    private static final int LONGEST_URL = 2000;

    /** Blocks of IPv4 that are not public and that the JDK does not tell apart, see RFC 6890. */
    private static final Set<Block> SPECIAL =
            Set.of(
                    new Block(0x00000000, 8),
                    new Block(0x64400000, 10),
                    new Block(0xc0000000, 24),
                    new Block(0xc0000200, 24),
                    new Block(0xc0586300, 24),
                    new Block(0xc6120000, 15),
                    new Block(0xc6336400, 24),
                    new Block(0xcb007100, 24),
                    new Block(0xf0000000, 4));

    private record Block(int address, int bits) {
        boolean has(int other) {
            return (address ^ other) >>> (32 - bits) == 0;
        }
    }

    /** Why nobody is called at a URL; null where somebody is. */
    @Nullable String refuses(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return "is no URL";
        }
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (!https && !(http && this == ANYWHERE)) {
            return "must begin with https://";
        }
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return "must name a host, and neither a user nor a fragment";
        }
        if (!url.chars().allMatch(c -> c > ' ' && c < 127) || url.length() > LONGEST_URL) {
            return "must have at most " + LONGEST_URL + " characters, all of them of ASCII";
        }
        InetAddress literal = literal(host);
        return literal == null || allows(literal) ? null : "must name a public address";
    }

    private static @Nullable InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether a server with an address is called. */
    boolean allows(InetAddress address) {
        return this == ANYWHERE || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int number = 0;
        for (byte each : bytes) {
            number = number << 8 | (each & 0xff);
        }
        int address = number;
        return SPECIAL.stream().noneMatch(block -> block.has(address));
    }

    /** Global unicast, without what leads to addresses of IPv4 and what is for documentation. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        boolean global = first >>> 13 == 1;
        boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8);
        boolean documentation = first == 0x3fff && second < 0x1000;
        return global && !special && !documentation && first != 0x2002;
    }
}
