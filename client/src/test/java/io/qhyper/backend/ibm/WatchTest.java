package io.qhyper.backend.ibm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchTest {
  @Test
  void lookThatIsOverdueNeedsNoPause() {
    Watch watch = new Watch(Instant.EPOCH);
    watch.lookAgain(Instant.ofEpochSecond(5));

    assertThat(watch.pause(Instant.ofEpochSecond(2))).isEqualTo(Duration.ofSeconds(3));
    assertThat(watch.pause(Instant.ofEpochSecond(7))).isEqualTo(Duration.ZERO);
  }
}
