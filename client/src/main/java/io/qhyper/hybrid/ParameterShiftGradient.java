package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.List;

/**
 * The exact gradient rule on shots: two rows for every live rotation angle, as one batch.
 *
 * @param program the program
 * @param shots shots of each row
 */
public record ParameterShiftGradient(TrainingProgram program, int shots) implements GradientSource {
  @Override
  public JobRequest request(long seed, long iteration, double[] theta) {
    return new JobRequest(
        program.text(),
        List.of(program.shiftedRows(theta)),
        shots,
        StreamKey.of(seed, Purpose.GRADIENT).withIteration(iteration));
  }

  @Override
  public GradientEstimate gradient(long seed, long iteration, List<LossEstimate> losses) {
    return program.gradient(
        losses.stream().mapToDouble(LossEstimate::mean).toArray(),
        losses.stream().mapToDouble(LossEstimate::standardError).toArray());
  }

  @Override
  public int rowsPerGradient() {
    return program.shiftedRows(new double[program.parameterCount()]).length;
  }
}
