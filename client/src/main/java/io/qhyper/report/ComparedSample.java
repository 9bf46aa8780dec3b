package io.qhyper.report;

import io.qhyper.compare.NoiseScaleFit;
import io.qhyper.compare.Provenance;
import io.qhyper.hybrid.MeasuredGradient;
import io.qhyper.shots.Counts;
import java.util.List;
import java.util.Optional;

/**
 * One side of a comparison.
 *
 * @param name as the user named it
 * @param backend where it was measured; {@code unknown} if that is not known
 * @param provenance of what
 * @param counts what was measured, as it was read
 * @param mitigation how the run that measured it corrects its losses for readout errors, which a
 *     comparison of counts does not; empty if it does not
 * @param gradients those that the same run measured
 * @param fit the noise scale that matches it best; empty unless asked for
 */
public record ComparedSample(
    String name,
    String backend,
    Provenance provenance,
    Counts counts,
    Optional<String> mitigation,
    List<MeasuredGradient> gradients,
    Optional<NoiseScaleFit> fit) {
  public ComparedSample {
    gradients = List.copyOf(gradients);
  }

  /** The same with a fit. */
  public ComparedSample with(NoiseScaleFit found) {
    return new ComparedSample(
        name, backend, provenance, counts, mitigation, gradients, Optional.of(found));
  }
}
