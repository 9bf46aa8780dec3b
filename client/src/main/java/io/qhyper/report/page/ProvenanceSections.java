package io.qhyper.report.page;

import io.qhyper.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the numbers come from, and how to get them again. */
final class ProvenanceSections {
  private static final Map<String, String> NAMES =
      Map.of(
          "qhyper", "version",
          "java", "Java",
          "run_id", "run id",
          "data", "data digest");

  private ProvenanceSections() {}

  /**
   * The section of what is told by names and values.
   *
   * @param more what else there is to say
   */
  static Section of(String more, Map<String, String> facts) {
    return Section.of(
        "provenance",
        "Provenance",
        "What made these numbers. " + more,
        new Section.Table(
            List.of("what", "value"),
            facts.entrySet().stream()
                .map(fact -> List.<Object>of(fact.getKey(), fact.getValue()))
                .toList()));
  }

  static List<Section> of(RunRecord run, RunSetting setting) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("command", setting.command()));
    run.facts().forEach((name, value) -> rows.add(List.of(NAMES.getOrDefault(name, name), value)));
    String seed = setting.options().get("seed");
    if (seed != null) {
      rows.add(List.of("seed", seed));
    }
    setting
        .device()
        .ifPresent(
            device -> {
              rows.add(List.of("device", device.target().name()));
              rows.add(List.of("calibration", device.target().version()));
            });
    setting.notes().forEach(note -> rows.add(List.of("note", note)));
    List<List<Object>> options = new ArrayList<>();
    setting.options().forEach((name, value) -> options.add(List.of("--" + name, value)));
    return List.of(
        Section.of(
            "provenance",
            "Provenance",
            "What made these numbers.",
            new Section.Table(List.of("what", "value"), rows)),
        Section.of(
            "options",
            "Options",
            "Every option with its value; config.yaml in the run folder has the same.",
            new Section.Table(List.of("option", "value"), options)));
  }
}
