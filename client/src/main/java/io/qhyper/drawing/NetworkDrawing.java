package io.qhyper.drawing;

import io.qhyper.bnn.DecodedNetwork;
import io.qhyper.bnn.HiddenLayerModel;
import io.qhyper.bnn.LogisticModel;
import io.qhyper.data.DataSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A network as its weights on the pixels, or as the line that it draws between two classes. */
public final class NetworkDrawing {
  private static final String LOW = "#0072b2"; // Okabe and Ito's blue and orange
  private static final String HIGH = "#e69f00";
  private static final double CELL = 30;
  private static final double FRAME = 260;
  private static final int STEPS = 65; // of the grid on which a boundary is looked for
  private static final int MOST_POINTS = 400;

  private NetworkDrawing() {}

  /**
   * The drawing of a network: pixels where the features form a square of at least 2×2, a boundary
   * where there are two of them; empty otherwise.
   *
   * @param title what network it is
   * @param examples drawn with the boundary
   */
  public static Optional<String> of(DecodedNetwork network, String title, DataSet examples) {
    int side = (int) Math.round(Math.sqrt(network.dimension()));
    if (network.dimension() == 2) {
      return Optional.of(boundary(network, title, examples));
    }
    return side >= 2 && side * side == network.dimension()
        ? Optional.of(pixels(network, title, side))
        : Optional.empty();
  }

  /** A layer of weights and what stands below it. */
  private record Grid(List<Integer> weights, String caption) {}

  private static String pixels(DecodedNetwork network, String title, int side) {
    List<Grid> grids = grids(network);
    double width = side * CELL + 16;
    Svg svg = new Svg(Math.max(grids.size() * width, 120), side * CELL + 26, title);
    int largest =
        grids.stream().flatMap(g -> g.weights().stream()).mapToInt(Math::abs).max().orElse(1);
    for (int i = 0; i < grids.size(); i++) {
      Grid grid = grids.get(i);
      svg.group(grid.caption());
      for (int pixel = 0; pixel < grid.weights().size(); pixel++) {
        double x = i * width + (pixel % side) * CELL + 4;
        double y = Math.floorDiv(pixel, side) * CELL + 4;
        cell(svg, x, y, grid.weights().get(pixel), largest);
      }
      svg.text(i * width + 4, side * CELL + 20, grid.caption());
      svg.close();
    }
    return svg.end();
  }

  private static void cell(Svg svg, double x, double y, int weight, int largest) {
    double strength = largest == 0 ? 0 : 0.85 * Math.abs(weight) / largest;
    svg.rect(
        x,
        y,
        CELL,
        CELL,
        "fill",
        weight < 0 ? LOW : HIGH,
        "fill-opacity",
        strength,
        "stroke",
        Svg.INK,
        "stroke-opacity",
        0.4);
    svg.text(x + CELL / 2, y + CELL / 2 + 4, signed(weight), "text-anchor", "middle");
  }

  private static List<Grid> grids(DecodedNetwork network) {
    if (network instanceof LogisticModel logistic) {
      return List.of(new Grid(logistic.weights(), "bias " + signed(logistic.bias())));
    }
    List<Grid> grids = new ArrayList<>();
    for (HiddenLayerModel.Neuron neuron : ((HiddenLayerModel) network).neurons()) {
      if (neuron.active()) {
        grids.add(
            new Grid(
                neuron.weights(),
                "b " + signed(neuron.bias()) + ", out " + signed(neuron.outputWeight())));
      }
    }
    return grids;
  }

  private static String signed(int number) {
    return number < 0 ? "−" + -number : Integer.toString(number);
  }

  /** Where points are on the drawing. */
  private record Frame(double left, double right, double bottom, double top) {
    static Frame of(DataSet examples) {
      List<Double> xs = new ArrayList<>();
      List<Double> ys = new ArrayList<>();
      for (int row = 0; row < examples.size(); row++) {
        xs.add(examples.features().value(row, 0));
        ys.add(examples.features().value(row, 1));
      }
      if (xs.isEmpty()) {
        return new Frame(-1, 1, -1, 1);
      }
      double x = Math.max(Collections.max(xs) - Collections.min(xs), 1e-9) / 20;
      double y = Math.max(Collections.max(ys) - Collections.min(ys), 1e-9) / 20;
      return new Frame(
          Collections.min(xs) - x,
          Collections.max(xs) + x,
          Collections.min(ys) - y,
          Collections.max(ys) + y);
    }

    double x(double value) {
      return (value - left) / (right - left) * FRAME;
    }

    double y(double value) {
      return (top - value) / (top - bottom) * FRAME;
    }
  }

  private static String boundary(DecodedNetwork network, String title, DataSet examples) {
    Frame frame = Frame.of(examples);
    Svg svg = new Svg(FRAME, FRAME + 18, title);
    double step = FRAME / STEPS;
    for (int i = 0; i < STEPS; i++) {
      double y = frame.top() - (i + 0.5) / STEPS * (frame.top() - frame.bottom());
      int from = 0;
      for (int j = 1; j <= STEPS; j++) {
        int begun = label(network, frame, from, y);
        if (j == STEPS || label(network, frame, j, y) != begun) {
          svg.rect(from * step, i * step, (j - from) * step, step + 0.1, fill(begun, 0.25));
          from = j;
        }
      }
    }
    int every = Math.max(1, (examples.size() + MOST_POINTS - 1) / MOST_POINTS);
    for (int row = 0; row < examples.size(); row += every) {
      double x = frame.x(examples.features().value(row, 0));
      double y = frame.y(examples.features().value(row, 1));
      if (examples.label(row) == 0) {
        svg.circle(x, y, 2.4, fill(0, 1));
      } else {
        svg.rect(x - 2.2, y - 2.2, 4.4, 4.4, fill(1, 1));
      }
    }
    svg.circle(8, FRAME + 9, 3.5, fill(0, 1)).text(16, FRAME + 13, "class 0");
    svg.rect(76, FRAME + 5.5, 7, 7, fill(1, 1)).text(88, FRAME + 13, "class 1");
    return svg.end();
  }

  private static int label(DecodedNetwork network, Frame frame, int column, double y) {
    double x = frame.left() + (column + 0.5) / STEPS * (frame.right() - frame.left());
    return network.predict(new double[] {x, y}).label();
  }

  private static Object[] fill(int label, double opacity) {
    return new Object[] {"fill", label == 0 ? LOW : HIGH, "fill-opacity", opacity};
  }
}
