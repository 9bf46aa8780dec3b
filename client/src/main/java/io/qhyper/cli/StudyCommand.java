package io.qhyper.cli;

import io.qhyper.page.PageWriter;
import io.qhyper.report.page.StudyPage;
import io.qhyper.store.AtomicFiles;
import io.qhyper.store.RunFolder;
import io.qhyper.study.Grid;
import io.qhyper.study.GridFile;
import io.qhyper.study.GridKey;
import io.qhyper.study.Study;
import io.qhyper.study.StudyFolder;
import io.qhyper.study.StudyKind;
import io.qhyper.study.StudyOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qhyper study}: a grid of settings, measured cell by cell. */
@Command(
    footer = {
      "",
      "shots: error of measured gradients against shots. depth: how often exact L-BFGS reaches the",
      "minimum, against layers. noise: final loss under noise, trained without and with it.",
      "optimizer: final loss against the shots spent, for several ways to train.",
      "",
      "Options take lists, as in --layers 0,2,4; all combinations are measured. The same can stand",
      "in a YAML file (--file), with _ for - in names. Options come before the file, the file"
          + " before",
      "the study's defaults. Repeat a command to go on with what is missing.",
      "",
      "Example: qhyper study depth --layers 0,2,4 --seeds 20 --out studies/depth"
    })
final class StudyCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "STUDY", description = "One of: ${COMPLETION-CANDIDATES}.")
  private StudyKind study;

  @Option(names = "--file", paramLabel = "FILE", description = "The grid in YAML.")
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of the study, new, empty, or that of the same grid (default:"
              + " studies/<study>-<digest of the grid>).")
  private Path out;

  @Mixin private GridOptions gridOptions;
  @Mixin private CommonOptions common;

  /**
   * What {@code --json} prints.
   *
   * @param folder where the study is
   * @param kept cells that an earlier process had done
   */
  private record Result(
      String study,
      String folder,
      int cells,
      int kept,
      int done,
      boolean stopped,
      List<StudyOutcome.Failure> failed) {
    String text() {
      StringBuilder text = new StringBuilder();
      text.append(
          "study %s: %d of %d cells done (%d kept from before), %d failed%n"
              .formatted(study, done, cells, kept, failed.size()));
      failed.forEach(f -> text.append("failed: " + f.settings() + ": " + f.reason() + "\n"));
      return text.append(folder + "/" + StudyFolder.RESULTS + "\n")
          .append(folder + "/" + RunFolder.PAGE + "\n")
          .toString();
    }
  }

  StudyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    ResultOutput output = new ResultOutput(session.console(), common);
    output.check();
    Grid grid = Grid.of(study, values(), common.seed());
    Path path = out == null ? Path.of("studies", study + "-" + grid.digest()) : out;
    StudyFolder folder =
        StudyFolder.open(path, grid, String.join(", ", new Version().getVersion()));
    StudyOutcome outcome = run(grid, folder);
    String name = path.toAbsolutePath().normalize().getFileName().toString();
    AtomicFiles.write(
        path.resolve(RunFolder.PAGE),
        PageWriter.html(
            StudyPage.of(name, path.resolve(StudyFolder.RESULTS), StudyFolder.provenance(path))));
    Result result =
        new Result(
            study.toString(),
            path.toString(),
            outcome.cells(),
            outcome.kept(),
            outcome.done(),
            outcome.stopped(),
            outcome.failures());
    output.write(result, result.text());
    if (outcome.stopped()) {
      session.console().say("stopped; repeat the command to go on");
      return ExitCode.INTERRUPTED;
    }
    return outcome.failures().isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private Map<GridKey, List<String>> values() throws IOException {
    Map<GridKey, List<String>> values = new EnumMap<>(GridKey.class);
    if (file != null) {
      values.putAll(GridFile.read(file, study));
    }
    values.putAll(gridOptions.values());
    return values;
  }

  private StudyOutcome run(Grid grid, StudyFolder folder) throws IOException {
    try (Progress progress = Progress.of(session.console(), common, "study " + study)) {
      Study.Listener listener =
          (ended, failures, cell) ->
              progress.update(
                  ended, grid.size(), (failures > 0 ? failures + " failed  " : "") + cell);
      return new Study(
              grid,
              folder,
              session.stop()::getAsBoolean,
              session.console().clock(),
              listener,
              common.threads())
          .run();
    }
  }
}
