package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.ansatz.EfficientSu2;
import io.qhyper.ansatz.Entanglement;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Parameter;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shift.ParameterShift;
import io.qhyper.sim.RegisterDistribution;
import io.qhyper.sim.SimulatedProgram;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients from shots against exact ones, and those against finite differences. */
class ShiftGradientTest {
  private static final double STEP = 1e-5;
  private static final int SHOTS = 500;

  private final LocalBackend backend = new LocalBackend(2);
  private final Jobs jobs = new BackendJobs(backend, StopSignal.NEVER);

  static Stream<Ansatz> ansaetze() {
    return Examples.ansaetze().stream();
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @ParameterizedTest
  @MethodSource("ansaetze")
  void exactGradientAgreesWithCentralDifferences(Ansatz ansatz) {
    UniformRandomProvider random = Examples.random(11);
    double[] losses = Examples.uniform(random, 1 << ansatz.qubits(), -1, 2);
    ExactLoss exact = new ExactLoss(TrainingProgram.of(ansatz), losses);
    double[] gradient = new double[ansatz.parameterCount()];
    for (int repetition = 0; repetition < 5; repetition++) {
      double[] theta = Examples.uniform(random, ansatz.parameterCount(), -4, 4);

      double value = exact.evaluate(theta, gradient);

      assertThat(value).isCloseTo(exact.value(theta), within(1e-12));
      for (int i = 0; i < theta.length; i++) {
        double there = exact.value(moved(theta, i, STEP));
        double back = exact.value(moved(theta, i, -STEP));
        assertThat(gradient[i])
            .as("parameter %d", i)
            .isCloseTo((there - back) / (2 * STEP), within(1e-7));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ansaetze")
  void shiftedExactExpectationsGiveTheExactGradient(Ansatz ansatz) {
    UniformRandomProvider random = Examples.random(12);
    double[] losses = Examples.uniform(random, 1 << ansatz.qubits(), 0, 1);
    TrainingProgram program = TrainingProgram.of(ansatz);
    ExactLoss exact = new ExactLoss(program, losses);
    RegisterDistribution distribution =
        SimulatedProgram.parse(program.text()).exact(TrainingProgram.REGISTER);
    double[] theta = Examples.uniform(random, ansatz.parameterCount(), -4, 4);
    double[] gradient = new double[theta.length];
    exact.evaluate(theta, gradient);

    double[][] rows = program.shiftedRows(theta);
    double[] means =
        Stream.of(rows).mapToDouble(row -> distribution.expectation(row, losses)).toArray();

    assertThat(rows).hasDimensions(2 * program.liveParameters(), program.liveParameters());
    assertThat(program.gradient(means, new double[rows.length]).values())
        .containsExactly(gradient, within(1e-12));
  }

  @Test
  void gradientsFromShotsHaveTheErrorsTheyClaim() {
    Residuals residuals = new Residuals();
    UniformRandomProvider random = Examples.random(13);
    for (Ansatz ansatz : Examples.ansaetze()) {
      double[] losses = Examples.uniform(random, 1 << ansatz.qubits(), 0, 1);
      TrainingProgram program = TrainingProgram.of(ansatz);
      ParameterShiftGradient shift = new ParameterShiftGradient(program, SHOTS);
      double[] exact = new double[ansatz.parameterCount()];
      for (int iteration = 0; iteration < 10; iteration++) {
        double[] theta = Examples.uniform(random, exact.length, 0, 2 * Math.PI);
        new ExactLoss(program, losses).evaluate(theta, exact);

        JobRequest request = shift.request(5, iteration, theta);
        GradientEstimate estimate = shift.gradient(5, iteration, estimates(request, losses));

        assertThat(request.rows()).hasSize(shift.rowsPerGradient());
        addLive(residuals, program, estimate, exact);
      }
    }
    residuals.check(SHOTS);
  }

  private static void addLive(
      Residuals residuals, TrainingProgram program, GradientEstimate estimate, double[] exact) {
    double[] ones = new double[exact.length];
    Arrays.fill(ones, 1);
    double[] live = program.liveOnly(ones);
    for (int i = 0; i < exact.length; i++) {
      if (live[i] == 1) {
        residuals.add(estimate.values()[i], estimate.standardErrors()[i], exact[i]);
      } else {
        assertThat(List.of(estimate.values()[i], estimate.standardErrors()[i], exact[i]))
            .containsOnly(0.0);
      }
    }
  }

  private List<LossEstimate> estimates(JobRequest request, double[] losses) {
    JobResult result = jobs.run(List.of(request)).get(0);
    return result.register(TrainingProgram.REGISTER).stream()
        .map(counts -> Examples.estimate(counts, losses))
        .toList();
  }

  @Test
  void repeatedAndScaledParametersHaveTheErrorsTheyClaim() {
    Residuals residuals = new Residuals();
    UniformRandomProvider random = Examples.random(14);
    for (int repetition = 0; repetition < 12; repetition++) {
      Circuit circuit = randomCircuit(random);
      ParameterShift shift = ParameterShift.of(circuit);
      double[] losses = Examples.uniform(random, 8, 0, 1);
      double[] theta = Examples.uniform(random, circuit.parameters().size(), -3, 3);

      JobRequest request =
          new JobRequest(
              Qasm3Writer.write(shift.program()),
              List.of(shift.shiftedRows(theta)),
              SHOTS,
              StreamKey.of(8, Purpose.GRADIENT).withIteration(repetition));
      List<LossEstimate> estimates = estimates(request, losses);
      double[] values =
          shift.gradient(estimates.stream().mapToDouble(LossEstimate::mean).toArray());
      double[] errors =
          shift.gradientErrors(
              estimates.stream().mapToDouble(LossEstimate::standardError).toArray());

      RegisterDistribution exact = SimulatedProgram.of(circuit).exact("c");
      for (int i = 0; i < theta.length; i++) {
        double there = exact.expectation(moved(theta, i, STEP), losses);
        double back = exact.expectation(moved(theta, i, -STEP), losses);
        residuals.add(values[i], errors[i], (there - back) / (2 * STEP));
      }
    }
    residuals.check(SHOTS);
  }

  /** Three qubits; every parameter turns several gates, with factors and in sums. */
  private static Circuit randomCircuit(UniformRandomProvider random) {
    List<Parameter> inputs = IntStream.range(0, 3).mapToObj(i -> new Parameter("p" + i)).toList();
    List<GateName> single = List.of(GateName.RX, GateName.RY, GateName.RZ, GateName.P);
    CircuitBuilder builder = Circuit.builder(3).parameters(inputs);
    IntStream.range(0, 3).forEach(q -> builder.gate(GateName.RY, Angle.of(0.4 + q), q));
    for (int step = 0; step < 15; step++) {
      Parameter first = inputs.get(step % 3);
      Parameter second = inputs.get(random.nextInt(3));
      Angle angle =
          Angle.of(first)
              .times(random.nextDouble(0.5, 2))
              .plus(Angle.of(second).times(0.5))
              .plus(Angle.of(random.nextDouble()));
      int qubit = random.nextInt(3);
      if (step % 5 == 4) {
        builder.gate(GateName.CRY, angle, qubit, (qubit + 1) % 3);
      } else {
        builder.gate(single.get(random.nextInt(single.size())), angle, qubit);
        builder.gate(GateName.CX, qubit, (qubit + 1) % 3);
      }
    }
    IntStream.range(0, 3).forEach(q -> builder.gate(GateName.RY, Angle.of(inputs.get(q)), q));
    return builder.measureAll("c").build();
  }

  @Test
  void deadParametersHaveNoGradientAndNoError() {
    EfficientSu2 ansatz = new EfficientSu2(3, 1, Entanglement.LINEAR);
    TrainingProgram program = TrainingProgram.of(ansatz);
    double[] theta = Examples.uniform(Examples.random(15), 12, 0, 6);
    ParameterShiftGradient shift = new ParameterShiftGradient(program, 50);
    double[] losses = Examples.uniform(Examples.random(16), 8, 0, 1);

    GradientEstimate gradient = shift.gradient(1, 0, estimates(shift.request(1, 0, theta), losses));

    // The last RZ of each qubit stands before the measurement.
    assertThat(program.liveParameters()).isLessThanOrEqualTo(9);
    for (int i = 9; i < 12; i++) {
      assertThat(gradient.values()[i]).isZero();
      assertThat(gradient.standardErrors()[i]).isZero();
    }
  }

  private static double[] moved(double[] theta, int i, double step) {
    double[] there = theta.clone();
    there[i] += step;
    return there;
  }
}
