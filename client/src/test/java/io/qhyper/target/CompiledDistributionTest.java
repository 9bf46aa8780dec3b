package io.qhyper.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.compile.IsaCheck;
import io.qhyper.compile.IsaCompiler;
import io.qhyper.compile.Target;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.sim.SimulatedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** N = 17, L = 4 brickwork, through its text, before and after compiling. */
class CompiledDistributionTest {
  private static final double SAME = 1e-9;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"cz", "ecr"})
  void isTheSameOnMadeDevices(String entangler) throws Exception {
    assertSame(TargetFile.read(new MadeDevice(entangler, 4, 13).writeTo(folder)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"torino", "sherbrooke"})
  void isTheSameOnRealDevices(String name) throws Exception {
    Path snapshot = Path.of("..", "..", "shared", "data", "backends", name);
    assumeTrue(Files.isDirectory(snapshot), "the snapshots are not there: " + snapshot);

    assertSame(TargetFile.read(snapshot));
  }

  @Test
  void differsWhereAnAngleDiffers() throws Exception {
    Target target = TargetFile.read(new MadeDevice("cz", 2, 5).writeTo(folder));
    Circuit circuit = new Brickwork(4, 2).circuit();
    double[] row = new Random(1).doubles(16, 0, 6).toArray();
    double[] other = row.clone();
    other[4] += 0.1;

    assertThat(
            distance(
                circuit, row, IsaCompiler.compile(circuit, target, CompileOptions.DEFAULT), other))
        .isGreaterThan(1e-4);
  }

  private static void assertSame(Target target) {
    Circuit circuit = new Brickwork(17, 4).circuit();
    double[] row = new Random(17).doubles(136, 0, 2 * Math.PI).toArray();

    CompiledCircuit compiled = IsaCompiler.compile(circuit, target, CompileOptions.DEFAULT);

    assertThat(IsaCheck.violations(compiled.circuit(), target)).isEmpty();
    assertThat(distance(circuit, row, compiled, row)).isLessThan(SAME);
  }

  private static double distance(
      Circuit circuit, double[] row, CompiledCircuit compiled, double[] compiledRow) {
    double[] before = SimulatedProgram.of(circuit).exact("c").probabilities(row);
    double[] after =
        SimulatedProgram.parse(Qasm3Writer.write(compiled.circuit()))
            .exact("c")
            .probabilities(compiled.liveValues(compiledRow));
    double most = 0;
    for (int i = 0; i < before.length; i++) {
      most = Math.max(most, Math.abs(before[i] - after[i]));
    }
    return most;
  }
}
