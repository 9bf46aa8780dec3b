package io.qhyper.drawing;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A circuit as wires from left to right, every step as early as its qubits are free. */
public final class CircuitDrawing {
  private static final int MOST_COLUMNS = 60;
  private static final int MOST_WIRES = 64;
  private static final double LEFT = 44;
  private static final double TOP = 18;
  private static final double WIDTH = 40;
  private static final double HEIGHT = 30;
  private static final double BOX = 12;
  private static final String PAPER = "var(--paper, #ffffff)";

  private final List<Integer> wires;
  private final int[] next;
  private int columns;
  private int leftOut;

  private CircuitDrawing(List<Integer> wires) {
    this.wires = wires;
    this.next = new int[wires.size()];
  }

  /**
   * A drawing.
   *
   * @param svg the document
   * @param leftOut how many steps did not fit and are not drawn
   */
  public record Drawn(String svg, int leftOut) {}

  private record Placed(Instruction step, int column) {}

  /**
   * Draws the qubits that a circuit uses, the first 64 of them for up to 60 steps of depth.
   *
   * @param title what circuit it is
   */
  public static Drawn of(Circuit circuit, String title) {
    Set<Integer> used = new TreeSet<>();
    circuit.instructions().forEach(step -> used.addAll(step.qubits()));
    List<Integer> wires = used.stream().limit(MOST_WIRES).toList();
    return new CircuitDrawing(wires).draw(circuit, title);
  }

  private Drawn draw(Circuit circuit, String title) {
    List<Placed> placed =
        circuit.instructions().stream()
            .map(step -> new Placed(step, place(step)))
            .filter(step -> step.column() >= 0)
            .toList();
    Svg svg =
        new Svg(LEFT + columns * WIDTH + 16, TOP + wires.size() * HEIGHT, title + size(circuit));
    for (int wire = 0; wire < wires.size(); wire++) {
      svg.text(LEFT - 8, y(wire) + 4, "q" + wires.get(wire), "text-anchor", "end");
      svg.line(LEFT, y(wire), LEFT + columns * WIDTH + 8, y(wire), "stroke", Svg.INK);
    }
    for (Placed step : placed) {
      step(svg, step.step(), LEFT + (step.column() + 0.5) * WIDTH);
    }
    return new Drawn(svg.end(), leftOut);
  }

  private String size(Circuit circuit) {
    return ": %d qubits, %d steps".formatted(wires.size(), circuit.instructions().size());
  }

  /** The column of a step; -1 if it is not drawn. */
  private int place(Instruction step) {
    if (step.qubits().isEmpty()) {
      return -1; // a global phase, which nothing measured depends on
    }
    int low = wires.indexOf(Collections.min(step.qubits()));
    int high = wires.indexOf(Collections.max(step.qubits()));
    int column = 0;
    for (int wire = Math.max(low, 0); wire <= high; wire++) {
      column = Math.max(column, next[wire]);
    }
    if (low < 0 || high < 0 || column >= MOST_COLUMNS) {
      leftOut++;
      return -1;
    }
    for (int wire = low; wire <= high; wire++) {
      next[wire] = column + 1;
    }
    columns = Math.max(columns, column + 1);
    return column;
  }

  private double y(int wire) {
    return TOP + wire * HEIGHT;
  }

  private double at(int qubit) {
    return y(wires.indexOf(qubit));
  }

  private void step(Svg svg, Instruction step, double x) {
    if (step instanceof GateCall call) {
      gate(svg, call, x);
    } else if (step instanceof Measure measure) {
      svg.group("measure q" + measure.qubit() + " into bit " + measure.bit());
      box(svg, x, at(measure.qubit()), "M", "");
      svg.close();
    } else if (step instanceof Barrier) {
      svg.line(x, top(step) - BOX, x, bottom(step) + BOX, dashed());
    } else if (step instanceof Reset reset) {
      box(svg, x, at(reset.qubit()), "|0⟩", "");
    } else if (step instanceof Delay delay) {
      box(svg, x, at(delay.qubit()), "wait", "");
    } else if (step instanceof Conditional) {
      svg.group("steps under a condition on measured bits");
      link(svg, step, x);
      step.qubits().forEach(qubit -> box(svg, x, at(qubit), "if", ""));
      svg.close();
    }
  }

  private static Object[] dashed() {
    return new Object[] {"stroke", Svg.INK, "stroke-dasharray", "3 3", "opacity", 0.6};
  }

  private double top(Instruction step) {
    return at(Collections.min(step.qubits()));
  }

  private double bottom(Instruction step) {
    return at(Collections.max(step.qubits()));
  }

  private void link(Svg svg, Instruction step, double x) {
    svg.line(x, top(step), x, bottom(step), "stroke", Svg.INK, "stroke-width", 1.5);
  }

  private void gate(Svg svg, GateCall call, double x) {
    int own = call.gate() instanceof GateName name ? name.controlCount() : 0;
    List<Integer> controls = call.qubits().subList(0, call.controls() + own);
    List<Integer> targets = call.qubits().subList(controls.size(), call.qubits().size());
    String name = own == 0 ? call.gate().text() : call.gate().text().replaceFirst("^c+\\d*", "");
    String angles = call.angles().isEmpty() ? "" : " " + call.angles();
    svg.group(call.gate().text() + angles + " on " + call.qubits());
    if (call.qubits().size() > 1) {
      link(svg, call, x);
    }
    controls.forEach(qubit -> svg.circle(x, at(qubit), 4, "fill", Svg.INK));
    for (int qubit : targets) {
      if (name.equals("x") && !controls.isEmpty()) {
        plus(svg, x, at(qubit));
      } else if (name.equals("z") && !controls.isEmpty()) {
        svg.circle(x, at(qubit), 4, "fill", Svg.INK);
      } else {
        box(svg, x, at(qubit), name.toUpperCase(Locale.ROOT), angle(call));
      }
    }
    svg.close();
  }

  private static void plus(Svg svg, double x, double y) {
    svg.circle(x, y, 8, "fill", PAPER, "stroke", Svg.INK, "stroke-width", 1.5);
    svg.line(x - 8, y, x + 8, y, "stroke", Svg.INK, "stroke-width", 1.5);
    svg.line(x, y - 8, x, y + 8, "stroke", Svg.INK, "stroke-width", 1.5);
  }

  /** The input that a gate turns by, or the number; several are told by the title only. */
  private static String angle(GateCall call) {
    if (call.angles().size() != 1) {
      return "";
    }
    var angle = call.angles().get(0);
    if (angle.terms().size() == 1) {
      return angle.terms().get(0).parameter().name().replace("theta_", "θ");
    }
    return angle.isConstant() ? String.format(Locale.ROOT, "%.2f", angle.constant()) : "…";
  }

  private static void box(Svg svg, double x, double y, String name, String below) {
    double half = WIDTH / 2 - 4;
    svg.rect(x - half, y - BOX, 2 * half, 2 * BOX, "fill", PAPER, "stroke", Svg.INK, "rx", 3);
    String shown = name.length() > 5 ? name.substring(0, 4) + "…" : name;
    svg.text(x, below.isEmpty() ? y + 4 : y - 1, shown, "text-anchor", "middle");
    if (!below.isEmpty()) {
      String cut = below.length() > 7 ? below.substring(0, 6) + "…" : below;
      svg.text(x, y + 9, cut, "text-anchor", "middle", "font-size", 8);
    }
  }
}
