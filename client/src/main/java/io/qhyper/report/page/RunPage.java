package io.qhyper.report.page;

import io.qhyper.bnn.LossTable;
import io.qhyper.page.Page;
import io.qhyper.page.Section;
import io.qhyper.report.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The page of a training run; safe for use by one thread at a time. */
public final class RunPage {
  private final RunSetting setting;
  private final OptionalDouble minimum;
  private final List<Section> drawings;

  /** The page of runs with this setting; draws circuit and device once. */
  public RunPage(RunSetting setting) {
    this.setting = setting;
    this.minimum =
        setting.landscape().isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(lowest(setting.landscape().get()));
    this.drawings = CircuitSections.of(setting);
  }

  private static double lowest(LossTable landscape) {
    return landscape.loss(landscape.minimumIndices()[0]);
  }

  /** The page for what has been measured so far. */
  public Page page(RunRecord run) {
    List<Section> sections = new ArrayList<>();
    sections.addAll(new LearningSections(run, minimum).all());
    if (run.sentinel().size() > 1) {
      setting.problem().ifPresent(problem -> sections.add(SentinelSection.of(run, problem)));
    }
    sections.addAll(new SampleSections(run, setting).all());
    sections.addAll(drawings);
    sections.addAll(ProvenanceSections.of(run, setting));
    String name = Path.of(run.report().run()).toAbsolutePath().normalize().getFileName() + "";
    return new Page(name, "Training run " + name, subtitle(run.report()), facts(run), sections);
  }

  private static String subtitle(RunReport report) {
    return (report.problem() == null ? "unknown problem" : report.problem())
        + " on "
        + (report.backend() == null ? "unknown backend" : report.backend())
        + ", "
        + report.status();
  }

  private List<Page.Fact> facts(RunRecord run) {
    RunReport report = run.report();
    List<Page.Fact> facts = new ArrayList<>();
    run.told()
        .ifPresent(
            timed -> {
              var loss = timed.measurement().loss();
              boolean hasError = Double.isFinite(loss.standardError()) && loss.standardError() > 0;
              facts.add(
                  new Page.Fact(
                      timed.isConfirmation() ? "expected loss (fresh shots)" : "expected loss",
                      number(loss.mean())
                          + (hasError ? " ± " + number(loss.standardError()) : "")));
            });
    minimum.ifPresent(value -> facts.add(new Page.Fact("global minimum", number(value))));
    if (report.bestLoss() != null) {
      facts.add(new Page.Fact("best network sampled", number(report.bestLoss())));
    }
    facts.add(new Page.Fact("steps", "%,d".formatted(report.iterations())));
    facts.add(new Page.Fact("circuits", "%,d".formatted(report.circuits())));
    facts.add(new Page.Fact("shots", "%,d".formatted(report.shots())));
    if (report.hardware() != null) {
      facts.add(new Page.Fact("QPU time charged", seconds(report.hardware().qpuSeconds())));
    }
    facts.add(new Page.Fact("time", seconds(report.seconds())));
    return facts;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%,.1f s", value);
  }
}
