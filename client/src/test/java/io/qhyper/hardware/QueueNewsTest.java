package io.qhyper.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.Crn;
import io.qhyper.backend.ibm.Endpoints;
import io.qhyper.backend.ibm.IbmCredentials;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.IbmSettings;
import io.qhyper.backend.ibm.Secret;
import io.qhyper.backend.ibm.Timing;
import io.qhyper.secrets.TestSecrets;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueNewsTest {
  @Test
  void tellsEachTimeTheWaitHasDoubledAndHowManyWait() throws IOException {
    List<String> said = new ArrayList<>();
    try (FakeService ibm = new FakeService(2);
        IbmService service =
            new IbmService(
                new IbmCredentials(
                    Secret.of(TestSecrets.KEY),
                    new Crn("crn:v1:bluemix:public:quantum-computing:us-east:a/a:i::"),
                    Endpoints.custom(ibm.address())),
                IbmSettings.DEFAULT,
                new Timing(Clock.systemUTC(), pause -> {}, () -> 0.5))) {
      QueueNews news = new QueueNews(service, FakeService.DEVICE, said::add);
      for (int seconds = 0; seconds <= 90; seconds += 2) {
        news.waiting(new JobId("j"), new JobState.Queued(), Duration.ofSeconds(seconds));
      }
      news.troubled(new JobId("j"), "no route", Duration.ofMinutes(5));
      news.waiting(new JobId("k"), new JobState.Running(), Duration.ofSeconds(11));
    }
    assertThat(said)
        .containsExactly(
            "job j is queued on ibm_line, where 3 jobs wait, 10 s so far",
            "job j is queued on ibm_line, where 3 jobs wait, 20 s so far",
            "job j is queued on ibm_line, where 3 jobs wait, 40 s so far",
            "job j is queued on ibm_line, where 3 jobs wait, 1 min so far",
            "job j cannot be looked at (no route); the attempts go on",
            "job k is running on ibm_line, 11 s so far");
  }
}
