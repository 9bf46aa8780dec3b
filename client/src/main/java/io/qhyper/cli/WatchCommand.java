package io.qhyper.cli;

import io.qhyper.report.page.RunPage;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.watch.PageServer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qhyper watch}: the page of a run in a browser, while the run goes on. */
@Command(
    footer = {
      "",
      "Serves this machine only, until Ctrl-C. The run is read and never changed; it may be that",
      "of another process, or a finished one.",
      "",
      "Example: qhyper watch runs/first --open"
    })
final class WatchCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  private final Session session;

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of a run.")
  private Path run;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port on 127.0.0.1 (default: any that is free).")
  private int port;

  @Option(names = "--open", description = "Open the page in a browser.")
  private boolean open;

  @Mixin private CommonOptions common;

  /**
   * What {@code --json} prints.
   *
   * @param address where the page is
   */
  private record Result(String address) {}

  WatchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("--port must be in 0..65535, got " + port);
    }
    RunFolder.open(run);
    try (PageServer server = server()) {
      String address = server.address().toString();
      new ResultOutput(session.console(), common)
          .write(new Result(address), address + " until Ctrl-C\n");
      session.console().out().flush();
      if (open) {
        new Browser(session.console()).open(server.address());
      }
      new CountDownLatch(1).await(); // for the interrupt that Ctrl-C brings
    }
    return ExitCode.OK;
  }

  private PageServer server() throws IOException {
    LiveRun live = new LiveRun(run, session.console().clock(), page());
    try {
      return PageServer.open(port, live);
    } catch (BindException e) {
      throw new IllegalArgumentException(
          "port %d of 127.0.0.1 cannot be had (%s): name another by --port"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private RunPage page() throws IOException {
    RunPages pages = new RunPages(session.console(), common.threads());
    try (RunJournal journal = RunJournal.read(run, session.console().clock())) {
      return new RunPage(pages.setting(run, journal));
    }
  }
}
