package io.qhyper.cli;

import io.qhyper.bnn.Problem;
import io.qhyper.report.ProblemReport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code qhyper problems}: which problems there are, and what one of them is. */
@Command(
    footer = {
      "",
      "Without --problem, lists the kinds; with it, describes that problem bit by bit.",
      "",
      "Example: qhyper problems --problem gaussians --hidden 3 --width search"
    })
final class ProblemsCommand implements Callable<Integer> {
  private static final List<ProblemReport.Kind> KINDS =
      List.of(
          new ProblemReport.Kind(
              "mnist",
              "Two digits of MNIST at 4x4 pixels, logistic regression: 17 bits, 19 with encoding "
                  + "search.",
              "--digits 0,1 --encoding 01|pm1|m2p1|m3p1|search"),
          new ProblemReport.Kind(
              "gaussians",
              "Two classes of points in the plane, one hidden layer: 10 bits with 2 neurons, 14 with "
                  + "3, 18 with 4, and one more per neuron but the first with width search.",
              "--hidden 3 --activation search --width search"),
          new ProblemReport.Kind(
              "csv",
              "Your own data with labels 0 and 1, logistic regression or one hidden layer.",
              "--data train.csv --test test.csv --label class --encoding pm1"));

  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private ProblemOptions problemOptions;
  @Mixin private CommonOptions common;

  ProblemsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    ResultOutput output = new ResultOutput(session.console(), common);
    if (!spec.commandLine().getParseResult().hasMatchedOption("--problem")) {
      output.write(KINDS, ProblemReport.text(KINDS));
      return ExitCode.OK;
    }
    Problem problem = problemOptions.problem();
    ProblemReport report = ProblemReport.of(problem);
    output.write(report, report.text());
    return ExitCode.OK;
  }
}
