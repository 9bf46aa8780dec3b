package io.qhyper.backend.ibm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.qhyper.backend.ibm.IbmException.Kind;
import io.qhyper.secrets.TestSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenSourceTest {
  private final FakeTime time = new FakeTime();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean broken;
  private final TokenSource tokens = new TokenSource(this::ask, time);

  private AccessToken ask() {
    int number = asked.incrementAndGet();
    if (broken) {
      throw new IbmTransportException(Kind.UNREACHABLE, "no way", Duration.ZERO);
    }
    return new AccessToken(
        Secret.of(TestSecrets.TOKEN + number), time.instant(), Duration.ofSeconds(1000));
  }

  private String tokenAfter(long seconds) {
    time.advance(Duration.ofSeconds(seconds));
    return tokens.token().reveal();
  }

  @Test
  void tokenIsKeptForFourFifthsOfItsLife() {
    assertThat(tokenAfter(0)).isEqualTo(TestSecrets.TOKEN + 1);
    assertThat(tokenAfter(799)).isEqualTo(TestSecrets.TOKEN + 1);
    assertThat(tokenAfter(1)).isEqualTo(TestSecrets.TOKEN + 2);
  }

  @Test
  void failedRenewalKeepsTheOldTokenAndTriesAgainAfterAMinute() {
    tokenAfter(0);
    broken = true;

    assertThat(tokenAfter(850)).isEqualTo(TestSecrets.TOKEN + 1);
    assertThat(tokenAfter(59)).isEqualTo(TestSecrets.TOKEN + 1);
    assertThat(asked).hasValue(2);
    broken = false;
    assertThat(tokenAfter(1)).isEqualTo(TestSecrets.TOKEN + 3);
  }

  @Test
  void expiredTokenIsNotUsed() {
    tokenAfter(0);
    broken = true;
    time.advance(Duration.ofSeconds(1000));

    assertThatThrownBy(tokens::token).isInstanceOf(IbmTransportException.class);
  }

  @Test
  void discardedTokenIsReplacedUnlessAnotherThreadDidSo() {
    Secret first = tokens.token();
    tokens.discard(first);
    assertThat(tokenAfter(0)).isEqualTo(TestSecrets.TOKEN + 2);
    tokens.discard(first);
    assertThat(tokenAfter(0)).isEqualTo(TestSecrets.TOKEN + 2);
  }

  @Test
  void threadsShareOneRequest() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<String>> got =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    threads.submit(
                        () -> {
                          start.await();
                          return tokens.token().reveal();
                        }))
            .toList();
    start.countDown();

    for (Future<String> token : got) {
      assertThat(token.get()).isEqualTo(TestSecrets.TOKEN + 1);
    }
    assertThat(asked).hasValue(1);
    threads.shutdown();
  }

  @Test
  void lifeComesFromTheTokenAndStartsByTheLocalClock() {
    // The service's clock is a year behind ours.
    String claims = "{\"iat\":1763899200,\"exp\":1763902800}";
    String jwt =
        "h."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
            + "."
            + TestSecrets.TOKEN;

    AccessToken token =
        AccessToken.of(answer().put("access_token", jwt).put("expires_in", 1), FakeTime.START);

    assertThat(token.end()).isEqualTo(FakeTime.START.plusSeconds(3600));
    assertThat(token.renewal()).isEqualTo(FakeTime.START.plusSeconds(2880));
    assertThat(token.toString()).doesNotContain(jwt);
  }

  @Test
  void tokenWithoutClaimsLivesAsLongAsTheAnswerSays() {
    for (String text :
        List.of(TestSecrets.TOKEN, "a.b." + TestSecrets.TOKEN, "a.!!." + TestSecrets.TOKEN)) {
      JsonNode answer = answer().put("access_token", text).put("expires_in", 100);
      assertThat(AccessToken.of(answer, FakeTime.START).life()).isEqualTo(Duration.ofSeconds(100));
    }
  }

  @Test
  void tokenWithoutALifeIsRefused() {
    JsonNode answer = answer().put("access_token", TestSecrets.TOKEN);
    assertThatThrownBy(() -> AccessToken.of(answer, FakeTime.START))
        .isInstanceOf(IbmProtocolException.class)
        .hasMessageContaining("expires_in");
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode answer() {
    return JsonDocument.MAPPER.createObjectNode();
  }
}
