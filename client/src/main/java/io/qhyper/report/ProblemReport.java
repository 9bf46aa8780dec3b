package io.qhyper.report;

import io.qhyper.bnn.Problem;
import io.qhyper.data.DataSet;
import java.util.List;
import java.util.Locale;

/**
 * What {@code problems --problem NAME --json} prints.
 *
 * @param problem its name
 * @param bits number of bits of a network
 * @param layout what each bit means, from the left of the printed string
 * @param features names of the features
 * @param train the training set
 * @param test the test set; null if there is none
 */
public record ProblemReport(
    String problem,
    int bits,
    List<String> layout,
    List<String> features,
    Examples train,
    Examples test) {

  /** How many examples a data set has, in all and of each class. */
  public record Examples(int count, int class0, int class1) {
    static Examples of(DataSet set) {
      return new Examples(set.size(), set.count(0), set.count(1));
    }
  }

  /**
   * A kind of problem.
   *
   * @param problem name for {@code --problem}
   * @param description what it is
   * @param options an example of its options
   */
  public record Kind(String problem, String description, String options) {}

  /** The report on a problem. */
  public static ProblemReport of(Problem problem) {
    return new ProblemReport(
        problem.name(),
        problem.bits(),
        problem.layout(),
        problem.trainingSet().features().names(),
        Examples.of(problem.trainingSet()),
        problem.testSet().map(Examples::of).orElse(null));
  }

  /** The report for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "problem   %s, %d bits\n", problem, bits));
    text.append(String.format(Locale.ROOT, "training  %s\n", text(train)));
    text.append(String.format(Locale.ROOT, "test      %s\n", test == null ? "none" : text(test)));
    text.append("bits, from the left of the printed string:\n");
    for (int k = 0; k < layout.size(); k++) {
      text.append(String.format(Locale.ROOT, "%8d  %s\n", k, layout.get(k)));
    }
    return text.toString();
  }

  private static String text(Examples examples) {
    return String.format(
        Locale.ROOT,
        "%,d examples: %,d of class 0, %,d of class 1",
        examples.count(),
        examples.class0(),
        examples.class1());
  }

  /** The kinds for people. */
  public static String text(List<Kind> kinds) {
    StringBuilder text = new StringBuilder();
    for (Kind kind : kinds) {
      text.append(String.format(Locale.ROOT, "%-10s %s\n", kind.problem(), kind.description()));
      text.append(String.format(Locale.ROOT, "%-10s %s\n", "", kind.options()));
    }
    return text.toString();
  }
}
