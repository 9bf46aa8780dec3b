package io.qhyper.backend.ibm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.qhyper.backend.JobRequest;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobForecastTest {
  private static final String PROGRAM =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input float[64] a;
      input float[64] b;
      bit[2] c;
      rz(a) $0; sx $0; rz(b - 0.1) $1; rz(2*a + b) $0;
      c[0] = measure $0;
      c[1] = measure $1;
      """;

  private final FakeIbm ibm = new FakeIbm();

  @AfterEach
  void stop() {
    ibm.close();
  }

  /** Values of very different lengths as texts. */
  private static List<double[]> rows(int count, long seed) {
    Random random = new Random(seed);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double wild = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 15);
      rows.add(new double[] {random.nextInt(3), wild});
    }
    return rows;
  }

  private static JobRequest request(int count, long seed) {
    return new JobRequest(PROGRAM, rows(count, seed), 7, StreamKey.of(seed, Purpose.SAMPLING));
  }

  @ParameterizedTest
  @EnumSource(BindMode.class)
  void tellsTheJobsThatAreSubmitted(BindMode form) throws Exception {
    ibm.onSubmit(FakeIbm.accepted("j1"));
    AtomicInteger ids = new AtomicInteger();
    for (long bytes : new long[] {1000, 3000, 1 << 20}) {
      IbmOptions options =
          Limited.by(new JobLimits(100, bytes, 50), IbmOptions.of("ibm_x").withBind(form));
      JobForecast forecast = new JobForecast(PROGRAM, options, NoCompiler::asGiven);
      List<JobForecast.Size> expected = forecast.jobs(request(23, 1));
      int before = ibm.submissions().size();

      try (IbmBackend backend =
          new IbmBackend(
              ibm.service(),
              options,
              2,
              JobCare.with(
                  new LogOfNothing(),
                  () -> "000000000000000000000000-%03d".formatted(ids.incrementAndGet())),
              NoCompiler::asGiven)) {
        backend.submit(request(23, 1));
      }

      List<LoggedRequest> sent = ibm.submissions();
      assertThat(sent.size() - before).as("%d bytes", bytes).isEqualTo(expected.size());
      for (int job = 0; job < expected.size(); job++) {
        LoggedRequest body = sent.get(before + job);
        JsonNode json = JsonDocument.MAPPER.readTree(body.getBody());
        JsonNode pubs = json.path("params").path("pubs");
        int rows = form == BindMode.ROWS ? pubs.get(0).get(1).size() : pubs.size();
        assertThat(expected.get(job))
            .isEqualTo(
                new JobForecast.Size(
                    pubs.size(),
                    rows,
                    7L * rows,
                    body.getBody().length,
                    options.time().seconds(1, 7L * rows),
                    json.path("cost").asInt()));
      }
    }
  }

  @Test
  void theCutDoesNotDependOnTheValues() {
    IbmOptions options = Limited.by(new JobLimits(1000, 2500, 50), IbmOptions.of("ibm_x"));
    JobForecast forecast = new JobForecast(PROGRAM, options, NoCompiler::asGiven);

    List<Integer> cut = cut(forecast, 0);

    assertThat(cut).hasSizeGreaterThan(2);
    for (long seed = 1; seed < 100; seed++) {
      assertThat(cut(forecast, seed)).as("seed %d", seed).isEqualTo(cut);
    }
  }

  private static List<Integer> cut(JobForecast forecast, long seed) {
    return forecast.jobs(request(40, seed)).stream().map(JobForecast.Size::rows).toList();
  }

  @Test
  void noProgramIsLongerThanItsShareOfTheLimit() {
    // One row a job: the limit is met exactly by what the cut reckons with.
    for (long seed = 0; seed < 200; seed++) {
      DeviceProgram program = DeviceProgram.of(PROGRAM, NoCompiler::asGiven);
      long reckoned = program.open().length() + 25 * program.openAngles();
      for (double[] row : rows(5, seed)) {
        assertThat((long) program.bound(row).length()).as("seed %d", seed).isLessThan(reckoned);
      }
    }
  }

  @Test
  void refusesWhatTheServiceWouldNotTake() {
    IbmOptions options = Limited.by(new JobLimits(100, 300, 50), IbmOptions.of("ibm_x"));
    JobForecast forecast = new JobForecast(PROGRAM, options, NoCompiler::asGiven);

    assertThatThrownBy(() -> forecast.jobs(request(1, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("300 bytes");
  }
}
