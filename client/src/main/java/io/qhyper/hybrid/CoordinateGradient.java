package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Random-coordinate parameter shift: the derivatives in K of the P live parameters, times P/K, and
 * 0 for the others.
 *
 * <p>Every step draws its K parameters anew, without repetition and each with probability K/P, from
 * the stream (seed, {@link Purpose#COORDINATES}, iteration). So the mean over the draws is the
 * gradient, and a step costs two rows for each of K rotation angles, however many there are. The
 * standard errors are those of the measured losses; they do not contain the scatter of the draw,
 * and are 0 where nothing was measured.
 *
 * @param program the program
 * @param coordinates K, from 1 to the number of live parameters
 * @param shots shots of each row
 */
public record CoordinateGradient(TrainingProgram program, int coordinates, int shots)
    implements GradientSource {
  /**
   * Checks the number of coordinates.
   *
   * @throws IllegalArgumentException if the program has fewer live parameters
   */
  public CoordinateGradient {
    requireOne(coordinates);
    if (coordinates > program.liveParameters()) {
      throw new IllegalArgumentException(
          "a step must draw 1 to %d coordinates, the live parameters of the circuit, got %d: lower --coordinates"
              .formatted(program.liveParameters(), coordinates));
    }
  }

  static void requireOne(int coordinates) {
    if (coordinates < 1) {
      throw new IllegalArgumentException("coordinates must be at least 1, got " + coordinates);
    }
  }

  /** The parameters that a step draws: positions in the flat vector, in rising order. */
  public List<Integer> drawn(long seed, long iteration) {
    UniformRandomProvider random =
        StreamKey.of(seed, Purpose.COORDINATES).withIteration(iteration).open();
    List<Integer> all = new ArrayList<>(program.live());
    for (int i = 0; i < coordinates; i++) {
      Collections.swap(all, i, i + random.nextInt(all.size() - i));
    }
    return all.subList(0, coordinates).stream().sorted().toList();
  }

  @Override
  public JobRequest request(long seed, long iteration, double[] theta) {
    return new JobRequest(
        program.text(),
        List.of(program.shiftedRows(theta, drawn(seed, iteration))),
        shots,
        StreamKey.of(seed, Purpose.GRADIENT).withIteration(iteration));
  }

  @Override
  public GradientEstimate gradient(long seed, long iteration, List<LossEstimate> losses) {
    return program
        .gradient(
            drawn(seed, iteration),
            losses.stream().mapToDouble(LossEstimate::mean).toArray(),
            losses.stream().mapToDouble(LossEstimate::standardError).toArray())
        .times((double) program.liveParameters() / coordinates);
  }

  /** The same in every step where no parameter turns several gates; else that of the first. */
  @Override
  public int rowsPerGradient() {
    return program.shiftedRows(new double[program.parameterCount()], drawn(0, 0)).length;
  }
}
