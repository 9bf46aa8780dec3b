package io.qhyper.cli;

import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.report.EnumerationReport;
import io.qhyper.report.LossFile;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code qhyper enumerate}: the losses of all networks of a problem. */
@Command(
    footer = {
      "",
      "At most 24 bits. With -o FILE all losses are written in index order, the index being the",
      "printed bits read as a binary number: as CSV with the columns index, bits, loss, or, if the",
      "file's name ends in .f64, as raw little-endian doubles. The summary goes to stdout.",
      "",
      "Example: qhyper enumerate --problem mnist --digits 0,1 --encoding m3p1 -o losses.csv"
    })
final class EnumerateCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private ProblemOptions problemOptions;

  @Mixin private CommonOptions common;

  EnumerateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Problem problem = problemOptions.problem();
    LossTable losses = LossTable.enumerate(problem, common.threads());
    if (common.output().isPresent()) {
      LossFile.write(common.output().get(), losses);
    }
    EnumerationReport report = EnumerationReport.of(problem, losses);
    new ResultOutput(session.console(), common).print(report, report.text());
    return ExitCode.OK;
  }
}
