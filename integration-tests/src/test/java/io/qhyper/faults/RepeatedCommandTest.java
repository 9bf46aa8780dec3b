package io.qhyper.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.cli.CommandLineInProcess;
import io.qhyper.cli.CommandLineInProcess.Outcome;
import io.qhyper.sandbox.CallFault;
import io.qhyper.sandbox.CallKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A command that keeps no run did not come to its end, and is given again. */
class RepeatedCommandTest extends FaultyStack {
  private static final String HIDDEN = "{\"jobs\":[],\"count\":0}";

  /** Each look at it is ten seconds later than the last. */
  private static final class HastyClock extends Clock {
    private final AtomicLong looks = new AtomicLong();
    private final Instant start = Instant.now();

    @Override
    public Instant instant() {
      return start.plusSeconds(10 * looks.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void jobIsFetchedThatTheFirstCommandCouldNotFetch() {
    sandbox().faults().onNext(CallKind.RESULTS, CallFault.Instead.html(403));
    assertFailed(run(), 1, "HTML page");

    Outcome again = run();

    assertDone(again);
    assertThat(again.err()).contains("never fetched, is fetched now; none is sent");
    assertSubmissions(1);
  }

  @Test
  void jobIsFoundOfWhichTheFirstCommandDidNotKnow() {
    sandbox().faults().onEvery(CallKind.JOBS, CallFault.Instead.json(HIDDEN));
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.ResetAfter());
    assertFailed(run(), 1, "it is not known whether IBM Quantum took the job");

    sandbox().faults().clear();
    assertDone(run());
    assertSubmissions(1);
  }

  @Test
  void jobThatTurnsUpAfterAnotherWasSentIsStopped() {
    sandbox().faults().onEvery(CallKind.JOBS, CallFault.Instead.json(HIDDEN));
    sandbox().faults().onEvery(CallKind.RESULTS, CallFault.Instead.html(403));
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.ResetAfter());
    assertFailed(run("--resubmit-uncertain"), 2, "HTML page");

    sandbox().faults().clear();
    Outcome again = run();

    assertCounts(again);
    assertThat(again.err()).contains("turned up late");
    assertSubmissions(2);
    assertThat(sandbox().received(CallKind.CANCEL)).hasSize(1);
  }

  @Test
  void commandThatGaveItsResultMeasuresAnew() {
    assertDone(run());

    assertCounts(run());
    assertAccepted(2);
  }

  @Test
  void anotherSeedOrOtherOptionsAreAnotherJob() {
    sandbox().faults().onEvery(CallKind.RESULTS, CallFault.Instead.html(403));
    assertFailed(run(), 1, "HTML page");
    assertFailed(run("--seed", "7"), 2, "HTML page");
    assertFailed(run("--rep-delay", "100"), 3, "HTML page");
  }

  @Test
  void damagedFileOfAJobIsNamed() throws IOException {
    sandbox().faults().onNext(CallKind.RESULTS, CallFault.Instead.html(403));
    String seed = "" + System.nanoTime(); // so that the file is found among those of other tests
    assertFailed(run("--seed", seed), 1, "HTML page");
    Path file = openJob(sandbox().accepted().get(0).id());
    for (String content :
        List.of("", "{}", "{\"tag\":\"t\",\"at\":\"noon\",\"first_row\":0,\"rows\":1}")) {
      Files.writeString(file, content);

      assertFailed(run("--seed", seed), 1, file.toString());
    }
    assertFailed(run("--seed", seed), 1, "may have been paid", "qhyper jobs list");
    Files.delete(file);
    assertCounts(run("--seed", seed));
    assertAccepted(2);
  }

  private static Path openJob(String id) throws IOException {
    Path folder = Path.of(System.getenv("XDG_CONFIG_HOME"), "qhyper", "open-jobs");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file).contains(id)) {
          return file;
        }
      }
    }
    throw new AssertionError("no file for job " + id + " in " + folder);
  }

  @Test
  void sameCommandAtOnceIsRefusedOrFetchesTheSameJob() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Future<Outcome>> running =
          Stream.generate(() -> pool.submit(() -> run("--seed", "31"))).limit(3).toList();
      int done = 0;
      for (Future<Outcome> future : running) {
        Outcome outcome = future.get();
        if (outcome.exitCode() == 0) {
          assertCounts(outcome);
          done++;
        } else {
          assertThat(outcome.err()).contains("the same command is at work").doesNotContain("a bug");
        }
      }
      assertThat(done).isPositive();
      assertThat(sandbox().accepted()).hasSize(done); // none that nobody fetched
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void deletedJobIsSentAgainOnlyWhenTheUserSaysSo() {
    sandbox().faults().onNext(CallKind.RESULTS, CallFault.Instead.html(403));
    assertFailed(run(), 1, "HTML page");
    String id = sandbox().accepted().get(0).id();
    String endpoint = sandbox().address().toString();
    CommandLineInProcess.run(
        Clock.systemUTC(), "jobs", "delete", id, "--endpoint", endpoint, "--quiet");
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    assertFailed(runAt(sandbox().address(), new HastyClock()), 0, id, "--resubmit-lost");
    assertSubmissions(1);
    assertDone(runAt(sandbox().address(), later, "--resubmit-lost"));
    assertSubmissions(2);
  }
}
