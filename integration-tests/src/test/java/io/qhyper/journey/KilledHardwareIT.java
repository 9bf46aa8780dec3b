package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.sandbox.AcceptedJob;
import io.qhyper.sandbox.CallKind;
import io.qhyper.sandbox.JobFate;
import io.qhyper.sandbox.Sandbox;
import io.qhyper.sandbox.SandboxSettings;
import io.qhyper.sandbox.SandboxSettings.Pace;
import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import io.qhyper.support.ProductProcess.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run of 20 steps on hardware, killed at random instants and resumed until it ends: no job is
 * paid twice, and the numbers are those of an undisturbed run. System properties as for {@link
 * KilledTrainingIT}.
 */
class KilledHardwareIT {
  private static final int KILLS = Integer.getInteger("qhyper.kills", 5);
  private static final long SEED = Long.getLong("qhyper.kill.seed", 1);
  private static final long SANDBOX_SEED = 11;

  /** Looks of about 20 ms before a kill: through the start of the JVM and into the steps. */
  private static final int MOST_LOOKS = 150;

  /** Jobs that come before the one in whose flight a process is killed. */
  private static final int MOST_JOBS = 8;

  /** So much longer that job is in the queue: more than a look and a signal take. */
  private static final Duration HELD = Duration.ofMillis(500);

  private static final String LIMITS =
      " --poll-seconds 0.002 --submissions-per-minute 100000 --uncertain-horizon 5";

  /** A kill just before a job is sent leaves one that never shows up. */
  private static final String AGAIN = LIMITS + " --resubmit-uncertain";

  private static final String OPTIONS =
      "train --problem gaussians --hidden 2 --optimizer spsa --iterations 20 --layers 1 --shots 16"
          + " --loss-every 1 --loss-shots 16 --confirm-shots 32 --backend ibm:sandbox_heron --quiet"
          + LIMITS;

  @TempDir private Path folder;
  private int killsInFlight;

  /** Jobs are in the queue long enough for a kill to come in between. */
  private static Sandbox sandbox() {
    return Sandbox.start(
        SandboxSettings.DEFAULT
            .withSeed(SANDBOX_SEED)
            .withPace(
                new Pace(
                    Duration.ofMillis(20),
                    0,
                    Duration.ZERO,
                    Duration.ofMillis(30),
                    Duration.ZERO,
                    Duration.ZERO)),
        Clock.systemUTC());
  }

  private Running start(String line) throws Exception {
    return ProductProcess.in(folder).start(line.split(" "));
  }

  private Running train(Sandbox sandbox, String run) throws Exception {
    return start(OPTIONS + " --endpoint " + sandbox.address() + " --run " + run);
  }

  private List<String> metrics(String run) throws Exception {
    return Files.readAllLines(folder.resolve(run).resolve("metrics.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  private static void checkEnded(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
  }

  private static List<String> contents(Sandbox sandbox) {
    return sandbox.accepted().stream().map(AcceptedJob::content).sorted().toList();
  }

  @Test
  void paysForNoJobTwiceAndComesToTheSameNumbers() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    killsInFlight = 0;
    try (Sandbox calm = sandbox()) {
      checkEnded(train(calm, "whole").await());
      int kills = 0;
      for (int i = 0; kills < KILLS; i++) {
        String run = "killed" + i;
        try (Sandbox rough = sandbox()) {
          kills += killUntilItEnds(rough, run, random, KILLS - kills);

          assertThat(contents(rough)).as("seed %d, run %d", SEED, i).isEqualTo(contents(calm));
        }
        assertThat(metrics(run)).isEqualTo(metrics("whole"));
        for (String file : List.of("model.json", "parameters.json", "circuit.qasm")) {
          assertThat(folder.resolve(run).resolve(file))
              .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
      }
    }
    assertThat(killsInFlight).as("kills with a job in flight, seed %d", SEED).isPositive();
  }

  /** Kills a run at most so often, then lets it end; gives how often it was killed. */
  private int killUntilItEnds(Sandbox sandbox, String run, SplittableRandom random, int most)
      throws Exception {
    Path config = folder.resolve(run).resolve("config.yaml");
    int kills = 0;
    while (true) {
      Running running =
          Files.exists(config) ? start("resume --quiet " + run + AGAIN) : train(sandbox, run);
      running.awaitWhile(() -> !Files.exists(config));
      if (kills >= most) {
        checkEnded(running.await());
        return kills;
      } else if (random.nextBoolean()) {
        int[] looks = {random.nextInt(MOST_LOOKS)};
        running.awaitWhile(() -> looks[0]-- > 0);
      } else {
        awaitJobInFlight(running, sandbox, random.nextInt(MOST_JOBS));
      }
      if (!running.process().isAlive()) {
        checkEnded(running.await());
        return kills;
      }
      assertThat(running.signal("KILL").await().exitCode()).isNotZero();
      killsInFlight += isJobInFlight(sandbox) ? 1 : 0;
      sandbox.faults().clear();
      kills++;
    }
  }

  /** Waits for so many jobs, and for one more that is held in the queue. */
  private static void awaitJobInFlight(Running running, Sandbox sandbox, int jobs)
      throws Exception {
    int before = sandbox.accepted().size();
    running.awaitWhile(() -> sandbox.accepted().size() < before + jobs);
    int now = sandbox.accepted().size();
    sandbox.faults().onNextJob(JobFate.held(HELD));
    running.awaitWhile(() -> sandbox.accepted().size() <= now);
  }

  /** Whether a job was accepted whose result nobody has got. */
  private static boolean isJobInFlight(Sandbox sandbox) {
    Set<String> fetched =
        sandbox.received(CallKind.RESULTS).stream()
            .filter(call -> call.status() == 200)
            .map(call -> call.path().replaceAll(".*/jobs/([^/]+)/results.*", "$1"))
            .collect(Collectors.toSet());
    return sandbox.accepted().stream().anyMatch(job -> !fetched.contains(job.id()));
  }
}
