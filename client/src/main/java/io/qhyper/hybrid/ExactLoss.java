package io.qhyper.hybrid;

import io.qhyper.optim.DifferentiableFunction;
import io.qhyper.sim.ExpectationGradient;
import io.qhyper.sim.RegisterDistribution;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;

/**
 * E(θ) and its gradient without sampling, for problems whose 2^N losses fit in memory.
 *
 * <p>The program is read from the same text that a job by shots sends; the expectation is taken
 * with a direct kernel over all bitstrings, on the engine that the planner chooses, so this is no
 * simulation of a hardware run. Safe for use by several threads.
 */
public final class ExactLoss implements DifferentiableFunction {
  private final TrainingProgram program;
  private final RegisterDistribution distribution;
  private final double[] losses;

  /**
   * The exact loss, by the engine that the planner chooses.
   *
   * @param losses the loss of every bitstring in index order, 2^N values; not copied
   */
  public ExactLoss(TrainingProgram program, double[] losses) {
    this(program, losses, SimulationOptions.DEFAULT);
  }

  /**
   * The exact loss.
   *
   * @param losses the loss of every bitstring in index order, 2^N values; not copied
   * @param options how the program is simulated
   */
  public ExactLoss(TrainingProgram program, double[] losses, SimulationOptions options) {
    this.program = program;
    this.distribution =
        SimulatedProgram.parse(program.text(), options).exact(TrainingProgram.REGISTER);
    this.losses = losses;
  }

  /** E(θ). */
  public double value(double[] theta) {
    return distribution.expectation(program.row(theta), losses);
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    ExpectationGradient exact = distribution.gradient(program.row(theta), losses);
    double[] flat = program.gradientFromInputs(exact.gradient());
    System.arraycopy(flat, 0, gradient, 0, flat.length);
    return exact.value();
  }

  /** The gradient of E in the flat vector where the program's inputs have these values. */
  public GradientEstimate gradientAt(double[] row) {
    return GradientEstimate.exact(
        program.gradientFromInputs(distribution.gradient(row, losses).gradient()));
  }

  /** The probability of every bitstring in index order. */
  public double[] probabilities(double[] theta) {
    return distribution.probabilities(program.row(theta));
  }

  /** The loss of every bitstring in index order; not to be changed. */
  public double[] losses() {
    return losses;
  }
}
