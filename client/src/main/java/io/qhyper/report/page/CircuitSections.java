package io.qhyper.report.page;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.compile.Target;
import io.qhyper.drawing.CircuitDrawing;
import io.qhyper.drawing.DeviceDrawing;
import io.qhyper.page.Section;
import io.qhyper.page.Section.Drawing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The program, and where it is on the device. */
final class CircuitSections {
  private CircuitSections() {}

  static List<Section> of(RunSetting setting) {
    List<Section> sections = new ArrayList<>();
    setting
        .circuit()
        .ifPresent(
            circuit ->
                sections.add(
                    Section.of(
                        "circuit",
                        "Circuit",
                        "The program that was sent, before it is compiled for a device.",
                        List.of(drawing(circuit, "circuit")))));
    setting.device().ifPresent(device -> add(sections, device));
    return sections;
  }

  private static void add(List<Section> sections, RunSetting.Device device) {
    Target target = device.target();
    Set<List<Integer>> used = new LinkedHashSet<>();
    device.program().ifPresent(program -> used.addAll(sites(program.circuit())));
    sections.add(
        Section.of(
            "layout",
            "Layout",
            "Where the program is on %s (calibration %s). The bright end of the scale is the larger"
                    .formatted(target.name(), target.version())
                + " error.",
            List.of(
                new Drawing(
                    DeviceDrawing.of(target, used),
                    device.program().map(CircuitSections::placed).orElse("layout not known")))));
    device
        .program()
        .ifPresent(
            program ->
                sections.add(
                    Section.of(
                        "compiled",
                        "Compiled circuit",
                        "The same in the device's native gates on its own qubits.",
                        List.of(drawing(program.circuit(), "compiled circuit")))));
  }

  private static String placed(CompiledCircuit program) {
    return "qubits of the circuit on " + program.layout();
  }

  private static Set<List<Integer>> sites(Circuit circuit) {
    Set<List<Integer>> sites = new LinkedHashSet<>();
    for (Instruction step : circuit.instructions()) {
      if (step instanceof GateCall || step.qubits().size() == 1) {
        sites.add(step.qubits());
      }
    }
    return sites;
  }

  private static Drawing drawing(Circuit circuit, String title) {
    CircuitDrawing.Drawn drawn = CircuitDrawing.of(circuit, title);
    String size =
        "%d steps on %d qubits"
            .formatted(
                circuit.instructions().size(),
                circuit.instructions().stream()
                    .flatMap(step -> step.qubits().stream())
                    .distinct()
                    .count());
    return new Drawing(
        drawn.svg(),
        drawn.leftOut() == 0
            ? size
            : size + "; the last %d steps do not fit here".formatted(drawn.leftOut()));
  }
}
