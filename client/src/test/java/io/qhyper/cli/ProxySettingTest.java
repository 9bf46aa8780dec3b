package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingTest {
  private static final URI SERVICE = URI.create("https://quantum.cloud.ibm.com/api/v1");

  @Test
  void proxyIsThatOfTheEnvironmentInEitherCase() {
    InetSocketAddress expected = new InetSocketAddress(InetAddress.getLoopbackAddress(), 3128);

    assertThat(ProxySetting.of(Map.of("https_proxy", "http://127.0.0.1:3128/"), SERVICE))
        .contains(expected);
    assertThat(ProxySetting.of(Map.of("HTTPS_PROXY", "127.0.0.1:3128"), SERVICE))
        .contains(expected);
    assertThat(ProxySetting.of(Map.of(), SERVICE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "ibm.com", "x, .cloud.ibm.com", "*.ibm.com", "quantum.cloud.ibm.com"})
  void exceptionsAreHonoured(String none) {
    Map<String, String> environment = Map.of("https_proxy", "http://p:1", "NO_PROXY", none);

    assertThat(ProxySetting.of(environment, SERVICE)).isEmpty();
  }

  @Test
  void domainsThatOnlyEndAlikeAreNoExceptionsAndThisMachineAlwaysIs() {
    Map<String, String> environment = Map.of("https_proxy", "http://p:1", "no_proxy", "m.com");

    assertThat(ProxySetting.of(environment, SERVICE)).isPresent();
    assertThat(ProxySetting.of(environment, URI.create("http://127.0.0.1:1"))).isEmpty();
    assertThat(ProxySetting.of(environment, URI.create("https://localhost:1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://user:word@p:1", "socks5://p:1", "http://", "a b"})
  void otherProxiesAreRefusedWithoutShowingThem(String proxy) {
    assertThatThrownBy(() -> ProxySetting.of(Map.of("https_proxy", proxy), SERVICE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("word@");
  }
}
