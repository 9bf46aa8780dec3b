package io.qhyper.cli;

import io.qhyper.page.Page;
import io.qhyper.page.PageWriter;
import io.qhyper.report.page.RunPage;
import io.qhyper.report.page.RunRecord;
import io.qhyper.report.page.StudyPage;
import io.qhyper.store.AtomicFiles;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.study.StudyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qhyper report}: the results of a run or a study as one HTML file. */
@Command(
    footer = {
      "",
      "The file has everything in it and works offline; it is report.html in the folder, or that"
          + " of",
      "-o. A run that goes on may be reported, too. Of a study, each quantity in its results.csv",
      "becomes a chart.",
      "",
      "Example: qhyper report runs/first --open"
    })
final class ReportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "DIR", description = "Folder of a run or of a study.")
  private Path folder;

  @Option(names = "--open", description = "Open the page in a browser.")
  private boolean open;

  @Mixin private CommonOptions common;

  /**
   * What {@code --json} prints.
   *
   * @param page the file
   * @param bytes its size
   * @param sections parts of the page
   */
  private record Result(String page, long bytes, int sections) {}

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    ResultOutput output = new ResultOutput(session.console(), common);
    output.check();
    RunFolder.open(folder);
    Page page = page();
    Path file = common.output().orElse(folder.resolve(RunFolder.PAGE));
    AtomicFiles.write(file, PageWriter.html(page));
    output.print(
        new Result(file.toString(), Files.size(file), page.sections().size()), file + "\n");
    if (open) {
      new Browser(session.console()).open(file.toAbsolutePath().toUri());
    }
    return ExitCode.OK;
  }

  private Page page() throws IOException {
    if (RunJournal.exists(folder)) {
      RunPages pages = new RunPages(session.console(), common.threads());
      try (RunJournal journal = RunJournal.read(folder, session.console().clock())) {
        return new RunPage(pages.setting(folder, journal)).page(RunRecord.of(folder, journal));
      }
    }
    Path results = folder.resolve(StudyFolder.RESULTS);
    if (Files.isRegularFile(results)) {
      String name = folder.toAbsolutePath().normalize().getFileName().toString();
      return StudyPage.of(name, results, StudyFolder.provenance(folder));
    }
    throw new IllegalArgumentException(
        "%s has neither %s nor %s: name the folder of a run or of a study"
            .formatted(folder, RunJournal.FILE, StudyFolder.RESULTS));
  }
}
