package io.qhyper.sandbox.cli;

import io.qhyper.sandbox.SandboxDevice;
import io.qhyper.sandbox.SandboxSettings;
import io.qhyper.sandbox.SandboxSettings.Account;
import io.qhyper.sandbox.SandboxSettings.Limits;
import io.qhyper.sandbox.SandboxSettings.Pace;
import io.qhyper.sandbox.SandboxSettings.Plan;
import io.qhyper.sandbox.SandboxSettings.RetryHint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** What the user wants of a sandbox. */
final class SandboxOptions {
  private static final double LONGEST = 1e6;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port on 127.0.0.1; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--device",
      paramLabel = "DIR_OR_FILE",
      description =
          "Folder with a device's configuration.json and properties.json, or with several such"
              + " folders (default: two made-up devices).")
  private Path device;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description =
          "Seed of all results; the same jobs give the same results again (default:"
              + " ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--queue-seconds",
      paramLabel = "X",
      defaultValue = "0",
      description = "How long jobs wait (default: ${DEFAULT-VALUE}).")
  private double queue;

  @Option(
      names = "--pace",
      paramLabel = "F",
      defaultValue = "0",
      description =
          "How long jobs run: seconds for each second charged; 1 is that of a quantum computer"
              + " (default: ${DEFAULT-VALUE}).")
  private double pace;

  @Option(
      names = "--result-lag",
      paramLabel = "X",
      defaultValue = "0",
      description = "Seconds from the end of a job to its result (default: ${DEFAULT-VALUE}).")
  private double resultLag;

  @Option(
      names = "--visibility-delay",
      paramLabel = "X",
      defaultValue = "0",
      description = "Seconds until the list of jobs shows a new one (default: ${DEFAULT-VALUE}).")
  private double visibility;

  @Option(
      names = "--appearance-delay",
      paramLabel = "X",
      defaultValue = "0",
      description =
          "Seconds until a new job is known by its id; earlier there is no such job (default:"
              + " ${DEFAULT-VALUE}).")
  private double appearance;

  @Option(
      names = "--usage-lag",
      paramLabel = "X",
      defaultValue = "0",
      description =
          "Seconds from the end of a job until its charged time is final (default:"
              + " ${DEFAULT-VALUE}).")
  private double usageLag;

  @Option(
      names = "--rate-limit",
      paramLabel = "N",
      description = "Jobs taken in a minute; IBM documents 5 (default: no limit).")
  private Integer rateLimit;

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      defaultValue = "paygo",
      description =
          "open has 600 s and no dedicated sessions, paygo is without such limits (default:"
              + " ${DEFAULT-VALUE}).")
  private Plan plan;

  @Option(
      names = "--usage-limit",
      paramLabel = "X",
      description = "Charged seconds after which no job is taken (default: that of the plan).")
  private Long usageLimit;

  @Option(
      names = "--token-life",
      paramLabel = "X",
      defaultValue = "3600",
      description = "Seconds that a token is taken (default: ${DEFAULT-VALUE}).")
  private double tokenLife;

  /**
   * The settings that the options stand for.
   *
   * @throws IllegalArgumentException if one is out of range
   * @throws IOException if a device cannot be read
   */
  SandboxSettings settings() throws IOException {
    SandboxSettings settings = SandboxSettings.DEFAULT.withPort(port).withSeed(seed);
    if (device != null) {
      settings = settings.withDevices(SandboxDevice.read(device));
    }
    return settings
        .withAccount(new Account(Optional.empty(), seconds("--token-life", tokenLife)))
        .withPace(
            new Pace(
                seconds("--queue-seconds", queue),
                pace,
                seconds("--result-lag", resultLag),
                seconds("--visibility-delay", visibility),
                seconds("--appearance-delay", appearance),
                seconds("--usage-lag", usageLag)))
        .withLimits(
            new Limits(
                rateLimit == null ? OptionalInt.empty() : OptionalInt.of(rateLimit),
                RetryHint.SECONDS,
                plan,
                usageLimit == null ? OptionalLong.empty() : OptionalLong.of(usageLimit),
                SandboxSettings.DEFAULT.limits().executions()));
  }

  private static Duration seconds(String option, double value) {
    if (!(value >= 0 && value <= LONGEST)) {
      throw new IllegalArgumentException(
          option + " must be in 0.." + (long) LONGEST + " seconds, got " + value);
    }
    return Duration.ofMillis(Math.round(value * 1000));
  }
}
