package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import io.qhyper.optim.Spsa;
import io.qhyper.optim.SpsaGradient;
import io.qhyper.optim.SpsaPerturbation;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.List;

/**
 * Simultaneous perturbation: two rows for every averaged direction, however many parameters.
 *
 * @param program the program
 * @param spsa the gains and the number of directions
 * @param shots shots of each row
 */
public record SpsaEstimate(TrainingProgram program, Spsa spsa, int shots)
    implements GradientSource {
  @Override
  public JobRequest request(long seed, long iteration, double[] theta) {
    List<double[]> rows =
        List.of(perturbation(seed, iteration).rows(theta)).stream().map(program::row).toList();
    StreamKey stream = StreamKey.of(seed, Purpose.GRADIENT).withIteration(iteration);
    return new JobRequest(program.text(), rows, shots, stream);
  }

  @Override
  public GradientEstimate gradient(long seed, long iteration, List<LossEstimate> losses) {
    SpsaGradient estimate =
        perturbation(seed, iteration)
            .gradient(
                losses.stream().mapToDouble(LossEstimate::mean).toArray(),
                losses.stream().mapToDouble(LossEstimate::standardError).toArray());
    // Dead parameters change no loss: moving them would be a random walk.
    return new GradientEstimate(
        program.liveOnly(estimate.values()), program.liveOnly(estimate.standardErrors()));
  }

  private SpsaPerturbation perturbation(long seed, long iteration) {
    return spsa.perturbation(seed, iteration, program.parameterCount());
  }

  @Override
  public int rowsPerGradient() {
    return 2 * spsa.average();
  }
}
