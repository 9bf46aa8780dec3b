package io.qhyper.cli;

import io.qhyper.data.CsvReader;
import io.qhyper.data.Features;
import io.qhyper.report.ModelFile;
import io.qhyper.report.PredictionReport;
import io.qhyper.store.Json;
import io.qhyper.store.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qhyper predict}: a trained network applied to new data. */
@Command(
    footer = {
      "",
      "The data need the columns that the network was trained on; others are ignored. Models of",
      "mnist take pixels from 0 to 255.",
      "",
      "Example: qhyper predict runs/first --data new.csv -o predictions.csv"
    })
final class PredictCommand implements Callable<Integer> {
  private static final int CLASSES = 2;

  private final Session session;

  @Parameters(paramLabel = "RUN_OR_MODEL", description = "Folder of a run, or a model.json.")
  private Path model;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      required = true,
      description = "CSV file with a header and numeric features.")
  private Path data;

  @Mixin private CommonOptions common;

  PredictCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path file = Files.isDirectory(model) ? model.resolve(RunFolder.MODEL) : model;
    ModelFile trained = Json.read(file, ModelFile.class);
    PredictionReport report = PredictionReport.of(trained, features(trained));
    new ResultOutput(session.console(), common).write(report, report.text());
    return ExitCode.OK;
  }

  private Features features(ModelFile trained) throws IOException {
    trained.decoded(); // refuses a broken model before the data are read
    return new CsvReader(CsvReader.DEFAULT_LABEL, CLASSES)
        .readFeatures(data, trained.input().features());
  }
}
