package io.qhyper.drawing;

import io.qhyper.compile.GateFacts;
import io.qhyper.compile.Target;
import io.qhyper.compile.TargetQubit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The qubits of a device and their couplings, coloured by error, with those in use marked. */
public final class DeviceDrawing {
  private static final double EDGE = 34;
  private static final double MARGIN = 24;
  private static final double LEGEND = 64;
  private static final double WIDTH_OF_LEGEND = 420;

  private final Target target;
  private final Map<List<Integer>, GateFacts> couplings;
  private final Scale readout;
  private final Scale gate;

  private DeviceDrawing(Target target) {
    this.target = target;
    this.couplings = couplings(target);
    this.readout =
        Scale.of(target.qubits().stream().map(TargetQubit::readoutError).toList(), "readout error");
    this.gate =
        Scale.of(couplings.values().stream().map(GateFacts::error).toList(), "two-qubit error");
  }

  /** Whether the program uses a part of the device, and how that is shown. */
  private enum Use {
    IN_USE(3.5, "bold"),
    FREE(0.7, "normal");

    private final double outline;
    private final String weight;

    Use(double outline, String weight) {
      this.outline = outline;
      this.weight = weight;
    }
  }

  /** What errors are what colours, by the logarithm. */
  private record Scale(String name, double low, double high) {
    static Scale of(Collection<OptionalDouble> errors, String name) {
      double[] known =
          errors.stream()
              .filter(error -> error.isPresent() && error.getAsDouble() > 0)
              .mapToDouble(OptionalDouble::getAsDouble)
              .filter(error -> error < 1) // 1 marks what cannot be used
              .sorted()
              .toArray();
      return known.length == 0
          ? new Scale(name, Double.NaN, Double.NaN)
          : new Scale(name, known[0], known[known.length - 1]);
    }

    boolean isKnown() {
      return !Double.isNaN(low);
    }

    String colour(OptionalDouble error) {
      if (error.isEmpty() || !isKnown()) {
        return "#9e9e9e";
      }
      double value = Math.max(error.getAsDouble(), low);
      return ColourScale.at(high > low ? Math.log(value / low) / Math.log(high / low) : 0);
    }
  }

  private static Map<List<Integer>, GateFacts> couplings(Target target) {
    Map<List<Integer>, GateFacts> best = new TreeMap<>(DeviceDrawing::compare);
    target
        .gates()
        .forEach(
            (gate, sites) ->
                sites.forEach(
                    (site, facts) -> {
                      if (site.size() == 2) {
                        List<Integer> pair =
                            site.get(0) < site.get(1) ? site : List.of(site.get(1), site.get(0));
                        best.merge(pair, facts, DeviceDrawing::better);
                      }
                    }));
    return best;
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    return a.get(0).equals(b.get(0)) ? a.get(1) - b.get(1) : a.get(0) - b.get(0);
  }

  private static GateFacts better(GateFacts a, GateFacts b) {
    if (a.isFaulty() || b.isFaulty()) {
      return a.isFaulty() ? b : a;
    }
    return a.error().orElse(1) <= b.error().orElse(1) ? a : b;
  }

  /**
   * Draws a device.
   *
   * @param used pairs of qubits with a gate between them, and single qubits, that a program uses
   */
  public static String of(Target target, Collection<List<Integer>> used) {
    return new DeviceDrawing(target).draw(used);
  }

  private String draw(Collection<List<Integer>> used) {
    List<Set<Integer>> neighbours = new ArrayList<>();
    target.qubits().forEach(qubit -> neighbours.add(new TreeSet<>()));
    for (List<Integer> pair : couplings.keySet()) {
      neighbours.get(pair.get(0)).add(pair.get(1));
      neighbours.get(pair.get(1)).add(pair.get(0));
    }
    double[][] places = Embedding.of(neighbours);
    double left = Arrays.stream(places).mapToDouble(p -> p[0]).min().orElse(0);
    double top = Arrays.stream(places).mapToDouble(p -> p[1]).min().orElse(0);
    for (double[] place : places) {
      place[0] = MARGIN + (place[0] - left) * EDGE;
      place[1] = MARGIN + (place[1] - top) * EDGE;
    }
    double width = Arrays.stream(places).mapToDouble(p -> p[0]).max().orElse(0) + MARGIN;
    double height = Arrays.stream(places).mapToDouble(p -> p[1]).max().orElse(0) + MARGIN;
    Set<Integer> qubits = new TreeSet<>();
    used.forEach(qubits::addAll);
    Svg svg =
        new Svg(
            Math.max(width, WIDTH_OF_LEGEND),
            height + LEGEND,
            "%s: %d qubits, in use %s".formatted(target.name(), places.length, qubits));
    for (Map.Entry<List<Integer>, GateFacts> coupling : couplings.entrySet()) {
      coupling(svg, coupling.getKey(), coupling.getValue(), places, use(used, coupling.getKey()));
    }
    for (int qubit = 0; qubit < places.length; qubit++) {
      qubit(svg, qubit, places[qubit], qubits.contains(qubit) ? Use.IN_USE : Use.FREE);
    }
    legend(svg, 12, height, readout);
    legend(svg, 12 + WIDTH_OF_LEGEND / 2, height, gate);
    svg.circle(20, height + 52, 6, "fill", "none", "stroke", Svg.INK, "stroke-width", 3);
    svg.text(32, height + 56, "in use; dashed: not working; grey: not known");
    return svg.end();
  }

  private static Use use(Collection<List<Integer>> used, List<Integer> pair) {
    return used.contains(pair) || used.contains(List.of(pair.get(1), pair.get(0)))
        ? Use.IN_USE
        : Use.FREE;
  }

  private void coupling(Svg svg, List<Integer> pair, GateFacts facts, double[][] places, Use use) {
    double[] a = places[pair.get(0)];
    double[] b = places[pair.get(1)];
    svg.group(pair.get(0) + "–" + pair.get(1) + ": " + gate.name() + " " + number(facts.error()));
    if (use == Use.IN_USE) {
      svg.line(a[0], a[1], b[0], b[1], "stroke", Svg.INK, "stroke-width", 10);
    }
    svg.line(
        a[0],
        a[1],
        b[0],
        b[1],
        "stroke",
        facts.isFaulty() ? "#9e9e9e" : gate.colour(facts.error()),
        "stroke-width",
        5,
        "stroke-dasharray",
        facts.isFaulty() ? "3 3" : "none");
    svg.close();
  }

  private void qubit(Svg svg, int number, double[] place, Use use) {
    TargetQubit qubit = target.qubits().get(number);
    boolean works = qubit.isReadable();
    svg.group("qubit " + number + ": " + readout.name() + " " + number(qubit.readoutError()));
    svg.circle(
        place[0],
        place[1],
        10,
        "fill",
        works ? readout.colour(qubit.readoutError()) : "#9e9e9e",
        "stroke",
        Svg.INK,
        "stroke-width",
        use.outline,
        "stroke-dasharray",
        works ? "none" : "3 3");
    svg.text(
        place[0],
        place[1] + 3.5,
        Integer.toString(number),
        "text-anchor",
        "middle",
        "font-size",
        9,
        "style",
        "fill:#fff;stroke:#000;stroke-width:2px;paint-order:stroke",
        "font-weight",
        use.weight);
    svg.close();
  }

  private static void legend(Svg svg, double x, double y, Scale scale) {
    if (!scale.isKnown()) {
      svg.text(x, y + 10, scale.name() + " not known");
      return;
    }
    svg.text(x, y + 10, scale.name());
    int steps = 32;
    for (int i = 0; i < steps; i++) {
      String colour = ColourScale.at(i / (steps - 1.0));
      svg.rect(x + i * 5, y + 15, 5.2, 10, "fill", colour);
    }
    svg.text(x, y + 37, number(OptionalDouble.of(scale.low())));
    svg.text(x + 160, y + 37, number(OptionalDouble.of(scale.high())), "text-anchor", "end");
  }

  private static String number(OptionalDouble error) {
    return error.isEmpty() ? "unknown" : String.format(Locale.ROOT, "%.2g", error.getAsDouble());
  }
}
