package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What a run sends to its backend if no rule ends it early. Rows have the values of the starting
 * angles; those of a real run differ in their values and in nothing else.
 *
 * <p>A run may send less: patience, tolerance, the wall clock or a stop end it early, and a
 * comparison is left out where the last step did not move.
 */
public final class Workload {
  private final TrainingPlan plan;
  private final TrainingProgram program;
  private final Optional<LoopJobs> loop;
  private final double[] theta;

  /** What a request is for. */
  public enum Purpose {
    /** The gradient of a step. */
    GRADIENT,
    /** The loss before a step. */
    LOSS,
    /** The fixed circuit beside a step. */
    SENTINEL,
    /** The choice between the last angles and those of the lowest loss. */
    COMPARISON,
    /** The loss of the chosen angles. */
    CONFIRMATION,
    /** Networks out of the circuit that an exact run recommends. */
    SAMPLE
  }

  /** One request and what it is for. */
  public record Item(Purpose purpose, JobRequest request) {}

  /** The work of a plan. */
  public Workload(TrainingPlan plan, TrainingProgram program) {
    this.plan = plan;
    this.program = program;
    this.loop = LoopJobs.of(plan, program);
    this.theta = plan.start().angles(plan.ansatz(), plan.seed());
  }

  /** What step {@code iteration} of a restart sends. */
  public List<Item> step(long iteration) {
    List<Item> items = new ArrayList<>();
    loop.ifPresent(
        jobs -> {
          JobRequest gradient = jobs.gradient(plan.seed(), iteration, theta);
          items.add(new Item(Purpose.GRADIENT, gradient));
          jobs.loss(plan.seed(), iteration, theta)
              .ifPresent(request -> items.add(new Item(Purpose.LOSS, request)));
          jobs.sentinel(plan.seed(), iteration)
              .ifPresent(request -> items.add(new Item(Purpose.SENTINEL, request)));
        });
    return items;
  }

  /** What a restart of so many steps sends after its last one. */
  public List<Item> end(long steps) {
    List<Item> items = new ArrayList<>();
    loop.ifPresent(
        jobs -> {
          boolean hasLoss =
              LongStream.range(0, steps)
                  .anyMatch(i -> jobs.loss(plan.seed(), i, theta).isPresent());
          if (hasLoss) {
            JobRequest comparison = jobs.comparison(plan.seed(), theta, theta);
            items.add(new Item(Purpose.COMPARISON, comparison));
          }
          JobRequest confirmation = jobs.confirmation(plan.seed(), theta);
          items.add(new Item(Purpose.CONFIRMATION, confirmation));
        });
    return items;
  }

  /** What the run sends after its last restart. */
  public List<Item> last() {
    return loop.isPresent()
        ? List.of()
        : List.of(new Item(Purpose.SAMPLE, plan.sample(program, plan.seed(), theta)));
  }
}
