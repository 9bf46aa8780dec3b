package io.qhyper.sim.state;

import io.qhyper.circuit.GateName;
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

/** One gate of each kernel on a state vector of 17 qubits: low, middle and high targets. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GateBenchmark {
  private static final int QUBITS = 17;

  @Param({"0", "8", "15"})
  public int target;

  private StateVector state;
  private StateGate ry;
  private StateGate rz;
  private StateGate sx;
  private StateGate cx;

  /** Makes the state and the gates. */
  @Setup
  public void prepare() {
    state = StateVector.zero(QUBITS);
    int[] none = {};
    int[] targets = {target};
    ry = StateGate.of(GateName.RY, none, targets, GateName.RY.targetMatrix(new double[] {0.3}));
    rz = StateGate.of(GateName.RZ, none, targets, GateName.RZ.targetMatrix(new double[] {0.3}));
    sx = StateGate.of(GateName.SX, none, targets, GateName.SX.targetMatrix(new double[0]));
    int[] controls = {target + 1};
    cx = StateGate.of(GateName.CX, controls, targets, GateName.CX.targetMatrix(new double[0]));
  }

  /** A real 2×2 matrix. */
  @Benchmark
  public StateVector ry() {
    ry.apply(state);
    return state;
  }

  /** A diagonal. */
  @Benchmark
  public StateVector rz() {
    rz.apply(state);
    return state;
  }

  /** A complex 2×2 matrix. */
  @Benchmark
  public StateVector sx() {
    sx.apply(state);
    return state;
  }

  /** A controlled exchange. */
  @Benchmark
  public StateVector cx() {
    cx.apply(state);
    return state;
  }
}
