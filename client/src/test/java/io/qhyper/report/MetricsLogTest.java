package io.qhyper.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.Measurement;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.TimedMeasurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {
  private static final String HEADER =
      "restart,iteration,loss,standard_error,best_loss,gradient_norm,shots,circuits,seconds";

  @TempDir private Path folder;
  private final HandClock clock = new HandClock();

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve(RunFolder.METRICS));
  }

  private static Measurement line(int restart, long iteration) {
    return new Measurement(restart, iteration, new LossEstimate(0.5, 0.125, 8), 0.25, 2, 10, 3);
  }

  private void measure(MetricsLog log, Measurement measurement) {
    log.measured(new TimedMeasurement(measurement, clock.instant().toEpochMilli() / 1e3));
  }

  @Test
  void linesAreSortedByRestartAndKeepTheirOrder() throws IOException {
    MetricsLog log = new MetricsLog(RunFolder.create(folder), clock, List.of());
    assertThat(lines()).containsExactly(HEADER);

    measure(log, line(1, 0));
    measure(log, line(10, 0));
    measure(log, line(2, 0));
    clock.pass(Duration.ofMillis(1500));
    measure(log, line(1, 1));
    log.flush();

    assertThat(lines())
        .containsExactly(
            HEADER,
            "1,0,0.5,0.125,0.25,2.0,10,3,0.000",
            "1,1,0.5,0.125,0.25,2.0,10,3,1.500",
            "2,0,0.5,0.125,0.25,2.0,10,3,0.000",
            "10,0,0.5,0.125,0.25,2.0,10,3,0.000");
  }

  @Test
  void whatWasNotMeasuredIsEmpty() throws IOException {
    MetricsLog log = new MetricsLog(RunFolder.create(folder), clock, List.of());

    measure(
        log,
        new Measurement(
            0, 7, new LossEstimate(Double.NaN, Double.NaN, 0), Double.NaN, Double.NaN, 0, 0));
    log.flush();

    assertThat(lines()).containsExactly(HEADER, "0,7,,,,,0,0,0.000");
  }

  @Test
  void fileIsAtMostASecondOldAndEndsWithAWholeLine() throws IOException {
    MetricsLog log = new MetricsLog(RunFolder.create(folder), clock, List.of());
    measure(log, line(0, 0));
    assertThat(lines()).hasSize(1);

    clock.pass(Duration.ofSeconds(1));
    measure(log, line(0, 1));

    assertThat(lines()).hasSize(3);
    assertThat(Files.readString(folder.resolve(RunFolder.METRICS))).endsWith("1.000\n");
  }

  @Test
  void aResumedLogReplacesTheStepThatIsMeasuredAgain() throws IOException {
    List<TimedMeasurement> earlier =
        List.of(new TimedMeasurement(line(0, 0), 4), new TimedMeasurement(line(0, 1), 5));
    MetricsLog log = new MetricsLog(RunFolder.create(folder), clock, earlier);

    log.measured(new TimedMeasurement(line(0, 1), 6));
    log.measured(
        new TimedMeasurement(
            new Measurement(0, 1, new LossEstimate(0.5, 0.125, 8), 0.25, Double.NaN, 10, 3), 7));
    log.flush();

    assertThat(lines())
        .containsExactly(
            HEADER,
            "0,0,0.5,0.125,0.25,2.0,10,3,4.000",
            "0,1,0.5,0.125,0.25,2.0,10,3,6.000",
            "0,1,0.5,0.125,0.25,,10,3,7.000");
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.EPOCH;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
