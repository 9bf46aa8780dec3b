package io.qhyper.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command as a user would: a process of its own, stdout and stderr apart, no input, a time
 * limit. By default the launcher {@code qhyper} of this source tree.
 */
public final class ProductProcess {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String TEMPORARY = System.getProperty("java.io.tmpdir");

  /** Whether JUnit keeps temporary files, as the build has it: it searches them for secrets. */
  private static final boolean IS_KEPT =
      "NEVER".equals(System.getProperty("junit.jupiter.tempdir.cleanup.mode.default"));

  private final Path launcher;
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private boolean interruptible;

  private ProductProcess(Path launcher, Path folder) {
    this.launcher = launcher;
    this.folder = folder;
  }

  /** The source tree: the folder of the launcher. */
  public static Path root() {
    String root = System.getProperty("qhyper.root");
    return root == null ? Path.of("..").toAbsolutePath().normalize() : Path.of(root);
  }

  /**
   * The built product, started in a folder. It never builds: the jar is that of the Maven build
   * that runs the tests.
   */
  public static ProductProcess in(Path folder) {
    ProductProcess product =
        new ProductProcess(root().resolve("qhyper"), folder)
            .with("QHYPER_BUILD", "never")
            .with("XDG_CONFIG_HOME", Path.of(TEMPORARY, "config").toString());
    boolean isOneWord = TEMPORARY.chars().noneMatch(Character::isWhitespace);
    return isOneWord ? product.with("QHYPER_JAVA_OPTS", "-Djava.io.tmpdir=" + TEMPORARY) : product;
  }

  /** Another launcher, such as a copy or a symbolic link, with nothing set. */
  public static ProductProcess of(Path launcher, Path folder) {
    return new ProductProcess(launcher, folder);
  }

  /** Adds an environment variable. */
  public ProductProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Takes SIGINT even where the tests themselves ignore it (GNU env). */
  public ProductProcess interruptible() {
    interruptible = System.getProperty("os.name").equals("Linux");
    return this;
  }

  /** Runs to the end. Fails the test if that takes longer than the time limit. */
  public Outcome run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).await();
  }

  /** Starts without waiting. */
  public Running start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    Path env = Path.of("/usr/bin/env");
    if (interruptible && Files.isExecutable(env)) {
      // A build started in the background ignores SIGINT, and so would its children.
      command.addAll(List.of(env.toString(), "--default-signal=INT"));
    }
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("qhyper-out", ".txt");
    Path err = Files.createTempFile("qhyper-err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // These make the JVM itself print to stderr.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Running(process, out, err);
  }

  /** A process under way. */
  public record Running(Process process, Path out, Path err) {
    /** Asks it to stop, as Ctrl-C does (SIGINT). */
    public Running interrupt() throws IOException, InterruptedException {
      return signal("INT");
    }

    /** Sends it a signal, such as {@code TERM}. */
    public Running signal(String name) throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      return this;
    }

    /** Waits until something has happened that shows outside, or the process has ended. */
    public void awaitWhile(Callable<Boolean> notYet) throws Exception {
      while (process.isAlive() && notYet.call()) {
        // A short wait for the end of the process, which also gives way to it.
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }

    /** Waits for the end. */
    public Outcome await() throws IOException, InterruptedException {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            "no end within " + LIMIT + "; stdout: " + text(out) + "; stderr: " + text(err));
      }
      Outcome outcome = new Outcome(process.exitValue(), text(out), text(err));
      if (!IS_KEPT) {
        Files.delete(out);
        Files.delete(err);
      }
      return outcome;
    }

    private static String text(Path file) throws IOException {
      return Files.readString(file, StandardCharsets.UTF_8);
    }
  }

  /**
   * How a process ended.
   *
   * @param exitCode its exit code
   * @param out all of stdout
   * @param err all of stderr
   */
  public record Outcome(int exitCode, String out, String err) {}
}
