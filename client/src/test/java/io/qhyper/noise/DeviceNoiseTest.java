package io.qhyper.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.Target;
import io.qhyper.noise.DeviceNoise.RelaxationMatch;
import io.qhyper.qasm.QasmReader;
import io.qhyper.sim.noise.Channel;
import io.qhyper.sim.noise.KrausOperator;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.noise.NoiseRule;
import io.qhyper.target.MadeDevice;
import io.qhyper.target.TargetFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceNoiseTest {
  @TempDir private Path folder;

  private Target target() throws Exception {
    return TargetFile.read(new MadeDevice("cz", 2, 5).writeTo(folder));
  }

  @Test
  void givesEveryGateItsReportedError() throws Exception {
    Target target = target();
    DeviceNoise.Derived derived = DeviceNoise.of(target, RelaxationMatch.REPORTED);
    int compared = 0;
    for (String gate : List.of("sx", "x", "cz")) {
      for (List<Integer> on : target.sites(gate).keySet()) {
        if (target.isUsable(gate, on)) {
          double reported = target.gate(gate, on).orElseThrow().error().orElseThrow();
          assertThat(infidelity(derived.model(), gate, on))
              .as("%s on %s", gate, on)
              .isCloseTo(reported, within(1e-9));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  @Test
  void keepsRelaxationWhereItExceedsTheReportedErrorAndListsTheGate() throws Exception {
    Target target = target();
    DeviceNoise.Derived derived = DeviceNoise.of(target, RelaxationMatch.RELAXATION);

    for (String gate : List.of("sx", "cz")) {
      List<List<Integer>> listed = derived.exceeding().getOrDefault(gate, List.of());
      for (List<Integer> on : target.sites(gate).keySet()) {
        if (target.isUsable(gate, on)) {
          double reported = target.gate(gate, on).orElseThrow().error().orElseThrow();
          double modelled = infidelity(derived.model(), gate, on);
          if (listed.contains(on)) {
            assertThat(modelled).isGreaterThan(reported);
          } else {
            assertThat(modelled).isCloseTo(reported, within(1e-9));
          }
        }
      }
    }
  }

  /**
   * Average infidelity of all channels after a gate, by composing their Kraus operators: 1 − (d·F +
   * 1)/(d + 1), F = Σ|tr K|²/d².
   */
  private static double infidelity(NoiseModel model, String gate, List<Integer> on) {
    List<double[][]> products = List.<double[][]>of(identity(1 << on.size()));
    for (NoiseRule rule : model.rules()) {
      if (rule.scope().covers(gate, on)) {
        List<double[][]> factors =
            rule.channel().kraus().stream()
                .map(k -> expand(k, rule.channel(), rule.operands(), on.size()))
                .toList();
        products = products.stream().flatMap(p -> factors.stream().map(f -> times(f, p))).toList();
      }
    }
    double d = 1 << on.size();
    double fidelity = 0;
    for (double[][] k : products) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < d; i++) {
        re += k[0][i * ((int) d + 1)];
        im += k[1][i * ((int) d + 1)];
      }
      fidelity += (re * re + im * im) / (d * d);
    }
    return 1 - (d * fidelity + 1) / (d + 1);
  }

  private static double[][] identity(int n) {
    double[][] m = new double[2][n * n];
    for (int i = 0; i < n; i++) {
      m[0][i * (n + 1)] = 1;
    }
    return m;
  }

  private static double[][] expand(
      KrausOperator k, Channel channel, List<Integer> operands, int qubits) {
    if (channel.qubits() == qubits) {
      return new double[][] {k.re(), k.im()};
    }
    int bit = operands.get(0);
    double[][] m = new double[2][16];
    for (int i = 0; i < 16; i++) {
      int row = i / 4;
      int column = i % 4;
      if ((row & ~(1 << bit)) == (column & ~(1 << bit))) {
        int entry = (row >> bit & 1) * 2 + (column >> bit & 1);
        m[0][i] = k.re()[entry];
        m[1][i] = k.im()[entry];
      }
    }
    return m;
  }

  private static double[][] times(double[][] a, double[][] b) {
    int n = (int) Math.round(Math.sqrt(a[0].length));
    double[][] m = new double[2][n * n];
    for (int i = 0; i < n * n; i++) {
      for (int k = 0; k < n; k++) {
        int x = i / n * n + k;
        int y = k * n + i % n;
        m[0][i] += a[0][x] * b[0][y] - a[1][x] * b[1][y];
        m[1][i] += a[0][x] * b[1][y] + a[1][x] * b[0][y];
      }
    }
    return m;
  }

  @Test
  void readsAsAsymmetricallyAsTheDeviceAndLeavesRzAlone() throws Exception {
    Target target = target();
    NoiseModel model = DeviceNoise.of(target, RelaxationMatch.RELAXATION).model();

    for (int qubit = 0; qubit < target.qubits().size(); qubit++) {
      double mean = target.qubits().get(qubit).readoutError().orElse(Double.NaN);
      assertThat(model.readout().of(qubit, "c").zeroGivenOne())
          .isEqualTo(target.qubits().get(qubit).prob0Given1().orElse(mean));
      assertThat(model.readout().of(qubit, "c").oneGivenZero())
          .isEqualTo(target.qubits().get(qubit).prob1Given0().orElse(mean));
    }
    assertThat(model.rules()).noneMatch(rule -> rule.scope().gate().orElse("").equals("rz"));
    assertThat(model.qubits()).isEqualTo(NoiseModel.QubitNumbers.PHYSICAL);
  }

  @Test
  void refusesTextsThatUseWhatTheDeviceLacks() throws Exception {
    DevicePrograms programs = new DevicePrograms(target(), CompileOptions.DEFAULT);
    String text = "OPENQASM 3.0; include \"stdgates.inc\"; bit c; h $0; c = measure $0;";

    assertThatThrownBy(() -> programs.apply(QasmReader.read(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not fit device made_cz: h on [0] is not a gate of the device");
  }

  @Test
  void listsTheGatesOfRealDevices() throws Exception {
    Path snapshot = Path.of("..", "..", "shared", "data", "backends", "sherbrooke");
    assumeTrue(Files.isDirectory(snapshot), "the snapshots are not there: " + snapshot);

    Target target = TargetFile.read(snapshot);
    Map<String, List<List<Integer>>> exceeding =
        DeviceNoise.of(target, RelaxationMatch.RELAXATION).exceeding();

    assertThat(target.sites("ecr").keySet().stream().filter(on -> target.isUsable("ecr", on)))
        .hasSize(135);
    assertThat(exceeding.get("ecr")).hasSize(26);
  }
}
