package io.qhyper.backend.ibm;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.backend.Backend;
import io.qhyper.backend.BackendContract;
import io.qhyper.backend.JobId;
import io.qhyper.compile.CompileOptions;
import io.qhyper.hardware.DeviceCompiler;
import io.qhyper.hardware.IbmDevice;
import io.qhyper.sandbox.AcceptedJob;
import io.qhyper.sandbox.Sandbox;
import io.qhyper.sandbox.SandboxSettings;
import io.qhyper.sandbox.SandboxSettings.Limits;
import io.qhyper.sandbox.SandboxSettings.Pace;
import io.qhyper.sandbox.SandboxSettings.Plan;
import io.qhyper.sandbox.SandboxSettings.RetryHint;
import io.qhyper.secrets.TestSecrets;
import io.qhyper.support.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** Through compiler, client, HTTP and the sandbox, at the pace of a quantum computer. */
abstract class IbmBackendContract extends BackendContract {
  private static final long ANY = 10_000_000_000L;

  private final VirtualClock clock = new VirtualClock();
  private final AtomicInteger ids = new AtomicInteger();
  private final String device;
  private final BindMode form;
  private final Sandbox sandbox;

  IbmBackendContract(String device, BindMode form) {
    this.device = device;
    this.form = form;
    this.sandbox =
        Sandbox.start(
            SandboxSettings.DEFAULT
                .withPace(
                    new Pace(
                        Duration.ofSeconds(3),
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30),
                        Duration.ZERO,
                        Duration.ofSeconds(5)))
                .withLimits(
                    new Limits(
                        OptionalInt.of(5),
                        RetryHint.SECONDS,
                        Plan.PAYGO,
                        OptionalLong.empty(),
                        ANY)),
            clock);
  }

  @Override
  protected Backend open() {
    IbmCredentials account =
        new IbmCredentials(
            Secret.of(TestSecrets.KEY),
            new Crn("crn:v1:bluemix:public:quantum-computing:us-east:a/acc:inst::"),
            Endpoints.custom(sandbox.address()));
    Timing timing = new Timing(clock, clock::sleep, () -> 0.5);
    IbmService service = new IbmService(account, IbmSettings.DEFAULT, timing);
    try {
      IbmDevice fetched = IbmDevice.fetch(service, device, said -> {});
      return new IbmBackend(
          service,
          options(),
          fetched.target().qubits().size(),
          JobCare.with(new NoLog(), () -> "id" + ids.incrementAndGet()),
          new DeviceCompiler(fetched.target(), CompileOptions.DEFAULT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows as they come in the contract fit in one job. */
  private IbmOptions options() {
    IbmOptions usual = IbmOptions.of(device);
    return new IbmOptions(
        device,
        form,
        usual.sampler(),
        usual.time(),
        usual.margin(),
        new JobLimits(ANY, 64 << 20, 1_000_000),
        usual.horizon(),
        usual.uncertain());
  }

  /** The log of those who keep none. */
  private static final class NoLog implements SubmissionLog {
    @Override
    public Optional<Earlier> earlier(Submission submission) {
      return Optional.empty();
    }

    @Override
    public void intended(String tag, Submission submission, Optional<String> session, Instant at) {}

    @Override
    public void accepted(String tag, JobId id) {}

    @Override
    public void refused(String tag, String reason) {}

    @Override
    public void uncertain(String tag, String reason) {}

    @Override
    public void absent(String tag) {}

    @Override
    public void duplicate(String tag, JobId id) {}
  }

  @AfterEach
  void everyJobWasTakenOnceAndNoneWasRefused() {
    try (sandbox) {
      assertThat(sandbox.accepted()).extracting(AcceptedJob::state).doesNotContain("Failed");
      assertThat(sandbox.accepted()).hasSizeLessThanOrEqualTo(ids.get());
      assertThat(sandbox.accepted().stream().map(job -> job.tags().get(0))).doesNotHaveDuplicates();
    }
  }
}
