package nomic.server.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;

final class ReachTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://ann:secret@example.org/",
                "https://example.org/#x",
                "https:///x",
                "file:///etc/passwd",
                "ftp://example.org",
                "gopher://example.org",
                "javascript:alert(1)",
                "https://exa mple.org",
                "//example.org",
                "x"
            })
    void a_url_that_is_not_called_is_refused(String url) {
        assertThat(Reach.PUBLIC.refuses(url)).isNotNull();
        assertThat(Reach.PUBLIC.refuses("https://example.org:8443/hook?a=b")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void an_address_that_is_not_public_is_not_called(String address) {
        assertThat(Reach.PUBLIC.allows(InetAddress.ofLiteral(address))).isFalse();
        assertThat(Reach.ANYWHERE.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.254",
                "2606:4700:4700::1111",
                "2001:4860:4860::8888",
                "2a00:1450::1",
                "::ffff:1.1.1.1"
            })
    void a_public_address_is_called(String address) {
        assertThat(Reach.PUBLIC.allows(InetAddress.ofLiteral(address))).isTrue();
    }
}
