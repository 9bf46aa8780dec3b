package io.qhyper.sim.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelTest {
  private static final List<Channel> CHANNELS =
      List.of(
          new Depolarizing(1, 0.2),
          new Depolarizing(2, 0.9),
          new PauliErrors(Map.of("X", 0.1, "Y", 0.2, "Z", 0.7)),
          new PauliErrors(Map.of("XZ", 0.1, "YI", 0.3)),
          new AmplitudeDamping(0.3),
          new AmplitudeDamping(1),
          new PhaseDamping(0.4),
          new ThermalRelaxation(50e-6, 70e-6, 10e-6),
          new ThermalRelaxation(50e-6, 200e-6, 10e-6),
          new ThermalRelaxation(Double.POSITIVE_INFINITY, 70e-6, 10e-6),
          new OverRotation("Y", 0.3),
          new OverRotation("ZX", -0.2));

  @Test
  void keepsTheTrace() {
    for (Channel channel : CHANNELS) {
      new KrausChannel(channel.kraus()); // which refuses operators that do not
      assertThat(channel.kraus().get(0).dimension()).isEqualTo(1 << channel.qubits());
    }
  }

  @Test
  void refusesOperatorsThatDoNot() {
    KrausOperator half = KrausOperator.real(0.5, 0, 0, 0.5);

    assertThatThrownBy(() -> new KrausChannel(List.of(half, half)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be the identity, an entry is off by 0.5");
  }

  @Test
  void convertsTheThreeNumbersOfDepolarising() {
    Depolarizing paper = Depolarizing.ofPauliProbability(2, 0.00375);

    assertThat(paper.mixingWeight()).isCloseTo(0.004, within(1e-15));
    assertThat(paper.infidelity()).isCloseTo(0.003, within(1e-15));
    for (int qubits = 1; qubits <= 2; qubits++) {
      Depolarizing channel = new Depolarizing(qubits, 0.1);
      assertThat(Depolarizing.ofMixingWeight(qubits, channel.mixingWeight()).pauliProbability())
          .isCloseTo(0.1, within(1e-15));
      assertThat(Depolarizing.ofInfidelity(qubits, channel.infidelity()).pauliProbability())
          .isCloseTo(0.1, within(1e-15));
      assertThat(channel.infidelity()).isCloseTo(infidelity(channel), within(1e-12));
    }
  }

  @Test
  void knowsTheInfidelityOfRelaxation() {
    ThermalRelaxation relaxation = new ThermalRelaxation(50e-6, 70e-6, 20e-6);

    assertThat(relaxation.infidelity()).isCloseTo(infidelity(relaxation), within(1e-12));
    assertThat(relaxation.entanglementFidelity())
        .isCloseTo(1 - 1.5 * infidelity(relaxation), within(1e-12));
  }

  /** 1 − (d·F + 1)/(d + 1) with the entanglement fidelity F = Σ|tr K|²/d² (Nielsen 2002). */
  private static double infidelity(Channel channel) {
    int d = 1 << channel.qubits();
    double fidelity = 0;
    for (KrausOperator k : channel.kraus()) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < d; i++) {
        re += k.re()[i * (d + 1)];
        im += k.im()[i * (d + 1)];
      }
      fidelity += (re * re + im * im) / (d * d);
    }
    return 1 - (d * fidelity + 1) / (d + 1);
  }

  @Test
  void takesT2OfAtMostTwiceT1() {
    assertThat(new ThermalRelaxation(50e-6, 500e-6, 1e-6).t2()).isEqualTo(100e-6);
  }

  @Test
  void doesNothingAtScaleZeroAndIsItselfAtScaleOne() {
    for (Channel channel : CHANNELS) {
      assertThat(channel.scaled(0).isIdentity()).as("%s", channel).isTrue();
      assertThat(channel.isIdentity()).as("%s", channel).isFalse();
      boolean isExact = !(channel instanceof AmplitudeDamping || channel instanceof PhaseDamping);
      if (isExact) {
        assertThat(channel.scaled(1)).isEqualTo(channel);
      }
    }
    assertThat(new AmplitudeDamping(0.3).scaled(2).probability())
        .as("twice as long")
        .isCloseTo(1 - 0.7 * 0.7, within(1e-15));
    assertThat(new ThermalRelaxation(1, 1, 3).scaled(2)).isEqualTo(new ThermalRelaxation(1, 1, 6));
  }

  @Test
  void refusesScalesThatNoChannelHas() {
    assertThatThrownBy(() -> new Depolarizing(1, 0.6).scaled(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Pauli error probability 0.6 times the noise scale 2.0 is above 1");
    KrausChannel kraus = new KrausChannel(new AmplitudeDamping(0.3).kraus());
    assertThatThrownBy(() -> kraus.scaled(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 1, got 1.5");
    assertThat(kraus.scaled(0).isIdentity()).isTrue();
    assertThat(infidelity(kraus.scaled(0.5))).isCloseTo(infidelity(kraus) / 2, within(1e-12));
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThatThrownBy(() -> new Depolarizing(1, Double.NaN))
        .hasMessage("Pauli error probability p must be in [0, 1], got NaN");
    assertThatThrownBy(() -> new Depolarizing(3, 0.1)).hasMessageContaining("1 or 2 qubits");
    assertThatThrownBy(() -> new PauliErrors(Map.of("X", 0.6, "Z", 0.6)))
        .hasMessageContaining("must not add up to more than 1, got 1.2");
    assertThatThrownBy(() -> new PauliErrors(Map.of("Q", 0.6))).hasMessageContaining("got 'Q'");
    assertThatThrownBy(() -> new OverRotation("II", 1)).hasMessageContaining("not be the identity");
    assertThatThrownBy(() -> new ThermalRelaxation(0, 1, 1)).hasMessageContaining("T1 must be");
  }

  @Test
  void saysWhichAreIncoherentAndWhichPauliErrors() {
    assertThat(new OverRotation("X", 1).isIncoherent()).isFalse();
    assertThat(new AmplitudeDamping(0.1).isIncoherent()).isTrue();
    assertThat(new AmplitudeDamping(0.1).pauliProbabilities()).isEmpty();
    assertThat(new PhaseDamping(0.36).pauliProbabilities().orElseThrow())
        .containsExactly(new double[] {0.9, 0, 0.1, 0}, within(1e-15));
    assertThat(new PauliErrors(Map.of("XI", 0.25)).pauliProbabilities().orElseThrow()[1])
        .as("the first letter is the first qubit, the lowest digit")
        .isEqualTo(0.25);
  }
}
