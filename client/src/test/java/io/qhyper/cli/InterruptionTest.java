package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  private final RecordingConsole recording = RecordingConsole.plain();
  private final StopSignal stop = new StopSignal();

  @Test
  void waitsUntilTheCommandHasWritten() throws Exception {
    AtomicBoolean written = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(1);
    Interruption[] interruption = new Interruption[1];
    Thread worker =
        new Thread(
            () -> {
              started.countDown();
              while (!stop.getAsBoolean()) {
                Thread.onSpinWait();
              }
              written.set(true);
              interruption[0].commandFinished();
            });
    interruption[0] = new Interruption(recording.console(), stop, worker, Duration.ofSeconds(60));
    worker.start();
    started.await();

    interruption[0].onShutdown();

    assertThat(written).isTrue();
    assertThat(recording.err()).isEmpty();
  }

  @Test
  void wakesACommandThatBlocks() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean woken = new AtomicBoolean();
    Interruption[] interruption = new Interruption[1];
    Thread worker =
        new Thread(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                woken.set(true);
              }
              interruption[0].commandFinished();
            });
    interruption[0] = new Interruption(recording.console(), stop, worker, Duration.ofSeconds(60));
    worker.start();

    interruption[0].onShutdown();

    assertThat(woken).isTrue();
  }

  @Test
  void givesUpOnACommandThatDoesNotStop() {
    Thread worker = new Thread(() -> {});

    new Interruption(recording.console(), stop, worker, Duration.ofMillis(1)).onShutdown();

    assertThat(stop.getAsBoolean()).isTrue();
    assertThat(recording.err()).contains("output may be incomplete").hasLineCount(1);
  }

  @Test
  void doesNothingWhenTheCommandHasReturned() {
    Interruption interruption =
        new Interruption(recording.console(), stop, Thread.currentThread(), Duration.ofSeconds(60));
    interruption.commandFinished();

    interruption.onShutdown();

    assertThat(stop.getAsBoolean()).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
