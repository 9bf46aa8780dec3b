package io.qhyper.sim;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Circuit;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The paper's ansatz with four layers on each engine: state, samples, exact gradient. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineBenchmark {
  private static final int LAYERS = 4;
  private static final int SHOTS = 1024;

  @Param({"10", "14", "17"})
  public int qubits;

  @Param({"LINE", "STATEVECTOR", "REFERENCE"})
  public EngineName engine;

  private SimulatedProgram program;
  private RegisterDistribution exact;
  private double[] row;
  private double[] loss;
  private long iteration;

  /** Plans the program and chooses angles and losses. */
  @Setup
  public void prepare() {
    Circuit circuit = new Brickwork(qubits, LAYERS).circuit();
    program =
        SimulatedProgram.parse(
            Qasm3Writer.write(circuit), SimulationOptions.DEFAULT.withEngine(engine));
    exact = program.exact(program.registers().get(0).name());
    row = new double[program.parameters().size()];
    Arrays.setAll(row, k -> 0.3 + 0.7 * (k % 9));
    loss = new double[1 << qubits];
    Arrays.setAll(loss, k -> Math.sin(k));
  }

  /** All probabilities. */
  @Benchmark
  public double[] state() {
    return exact.probabilities(row);
  }

  /** 1,024 shots from new angles' point of view: state and samples. */
  @Benchmark
  public ShotResult samples() {
    StreamKey key = StreamKey.of(1, Purpose.SAMPLING).withIteration(iteration++);
    return program.run(new ShotRequest(row, SHOTS, key, Memory.DISCARD));
  }

  /** The expectation and its gradient by all parameters. */
  @Benchmark
  public ExpectationGradient gradient() {
    return exact.gradient(row, loss);
  }
}
