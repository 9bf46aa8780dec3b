package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.List;
import java.util.Optional;

/**
 * The jobs of a loop by shots: what each step sends, and what the end of a restart does. The loop
 * sends these and no others, so that a plan made of them is what will be counted.
 *
 * @param program the program
 * @param source where gradients come from
 * @param objective what is lowered; some kinds need the loss measured before every step
 * @param loss how the loss is measured beside the gradient
 * @param sentinel when the fixed circuit is measured
 * @param fixed the angles of the fixed circuit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, nor changed
public record LoopJobs(
    TrainingProgram program,
    GradientSource source,
    Objective objective,
    LossMeasurement loss,
    Sentinel sentinel,
    double[] fixed) {

  /**
   * The jobs of a plan; empty for one that takes exact gradients and sends none while it trains.
   */
  public static Optional<LoopJobs> of(TrainingPlan plan, TrainingProgram program) {
    double[] start = plan.start().angles(plan.ansatz(), plan.seed());
    return plan.method() instanceof Method.ByShots method
        ? Optional.of(
            new LoopJobs(
                program,
                method.source(program),
                method.objective(),
                method.loss(),
                plan.sentinel(),
                start))
        : Optional.empty();
  }

  /** The rows of one gradient, as one job. */
  public JobRequest gradient(long seed, long iteration, double[] theta) {
    return source.request(seed, iteration, theta);
  }

  /** The circuit before a step as it is; empty if the loss is not measured then. */
  public Optional<JobRequest> loss(long seed, long iteration, double[] theta) {
    return loss.isDue(iteration) || objective.needsUnshifted()
        ? Optional.of(
            unshifted(
                List.of(theta),
                loss.shots(),
                StreamKey.of(seed, Purpose.EVALUATION).withIteration(iteration)))
        : Optional.empty();
  }

  /** The fixed circuit beside a step; empty if it is not measured then. */
  public Optional<JobRequest> sentinel(long seed, long iteration) {
    return sentinel.isDue(iteration)
        ? Optional.of(
            unshifted(
                List.of(fixed),
                sentinel.shots(),
                StreamKey.of(seed, Purpose.SENTINEL).withIteration(iteration)))
        : Optional.empty();
  }

  /** Fresh shots that compare the angles of the lowest measured loss with the last ones. */
  public JobRequest comparison(long seed, double[] best, double[] last) {
    return unshifted(
        List.of(best, last),
        loss.confirmationShots(),
        StreamKey.of(seed, Purpose.CONFIRMATION).withIteration(0));
  }

  /** Fresh shots that measure the chosen angles. */
  public JobRequest confirmation(long seed, double[] chosen) {
    return unshifted(
        List.of(chosen),
        loss.confirmationShots(),
        StreamKey.of(seed, Purpose.CONFIRMATION).withIteration(1));
  }

  private JobRequest unshifted(List<double[]> thetas, int rowShots, StreamKey stream) {
    return new JobRequest(
        program.text(), thetas.stream().map(program::row).toList(), rowShots, stream);
  }
}
