package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryLimitTest {
  private static final double[] NO_PARAMETERS = {};
  private static final ShotRequest REQUEST =
      new ShotRequest(NO_PARAMETERS, 100, StreamKey.of(1, Purpose.SAMPLING), Memory.DISCARD);

  private static SimulatedProgram reference(Circuit circuit, long heapBytes) {
    return SimulatedProgram.of(
        circuit, SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE), heapBytes);
  }

  @Test
  void namesQubitsBytesAndHeapBeforeAllocating() {
    SimulatedProgram program = reference(plus(20).build(), 1 << 20);
    InsufficientMemoryException error =
        catchThrowableOfType(InsufficientMemoryException.class, () -> program.run(REQUEST));
    assertThat(error)
        .hasMessageContaining("20 qubits needs 16777216 bytes for 1 state vector")
        .hasMessageContaining("1048576")
        .hasMessageContaining("-Xmx");
    assertThat(error.qubits()).isEqualTo(20);
    assertThat(error.requiredBytes()).isEqualTo(BigInteger.valueOf(16 << 20));
    assertThat(error.availableBytes()).isEqualTo(1 << 20);
    assertThatThrownBy(() -> program.exact("c")).isInstanceOf(InsufficientMemoryException.class);
  }

  @Test
  void countsTheSecondStateOfAGradient() {
    RegisterDistribution exact = reference(plus(10).build(), 20_000).exact("c");
    assertThat(exact.probabilities(NO_PARAMETERS)).hasSize(1024);
    double[] loss = new double[1024];
    assertThatThrownBy(() -> exact.gradient(NO_PARAMETERS, loss))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("2 state vectors");
  }

  @Test
  void countsTheStatesOfBranches() {
    Circuit circuit = plus(10).gate(GateName.H, 0).add(new Measure(0, 1)).build();
    assertThatThrownBy(() -> reference(circuit, 100_000).run(REQUEST))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("8 state vectors");
    assertThat(reference(circuit, 8 << 14).run(REQUEST).shots()).isEqualTo(100);
  }

  @Test
  void refusesMoreQubitsThanArraysIndexWhateverTheHeap() {
    SimulatedProgram program = reference(plus(133).build(), Long.MAX_VALUE);
    assertThatThrownBy(() -> program.run(REQUEST))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("133 qubits")
        .hasMessageContaining("end at 30 qubits");
    assertThatThrownBy(() -> program.run(List.of(REQUEST, REQUEST), 2))
        .isInstanceOf(InsufficientMemoryException.class);
  }

  @Test
  void runsFewerRowsAtOnceWhereMemoryIsShort() {
    SimulatedProgram tight = reference(plus(10).build(), 20_000);
    SimulatedProgram roomy = SimulatedProgram.of(plus(10).build());
    List<ShotRequest> requests = Collections.nCopies(4, REQUEST);
    assertThat(tight.run(requests, 4)).isEqualTo(roomy.run(requests, 4));
  }

  @Test
  void saysSoWhenTheHeapTurnsOutToBeFull() {
    SimulatedProgram program = reference(plus(30).build(), Long.MAX_VALUE);
    assumeThat(Runtime.getRuntime().maxMemory()).isLessThan(16L << 30);
    assertThatThrownBy(() -> program.run(REQUEST))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("no room left")
        .hasCauseInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void runsTwentyTwoQubits() {
    ShotResult result = SimulatedProgram.of(plus(22).build()).run(REQUEST);
    // 100 draws out of 2^22 values: three equal pairs have probability below 1e-8.
    assertThat(result.counts().get("c").distinct()).isGreaterThan(97);
  }

  /** Equal superposition, then measurement of all qubits. */
  private static CircuitBuilder plus(int qubits) {
    CircuitBuilder builder = Circuit.builder(qubits).register("c", qubits);
    for (int qubit = 0; qubit < qubits; qubit++) {
      builder.gate(GateName.H, qubit).add(new Measure(qubit, qubit));
    }
    return builder;
  }
}
