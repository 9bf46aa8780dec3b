package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private final CircuitBuilder builder =
      Circuit.builder(3).register("c", 3).gate(GateName.H, 0).gate(GateName.CX, 0, 1);

  @Test
  void letsMeasurementsWaitAcrossBarriersDelaysAndOtherQubits() {
    builder
        .add(new Measure(0, 0))
        .add(new Barrier(List.of(0, 1)))
        .add(new Delay(10, Delay.TimeUnit.DT, 0))
        .gate(GateName.H, 1)
        .add(new Measure(0, 2))
        .add(new Measure(1, 1));
    Plan plan = plan();
    assertThat(plan.isTerminal()).isTrue();
    assertThat(plan.readouts())
        .containsExactly(new Readout(0, 0), new Readout(0, 2), new Readout(1, 1));
    assertThat(plan.prefix()).hasSize(3);
  }

  @Test
  void doesNotLetAMeasurementWaitForAGateOnItsQubit() {
    Measure again = new Measure(0, 0);
    builder.add(again).gate(GateName.H, 0).add(again);
    assertThat(plan().tail()).first().isEqualTo(new TailStep.Observe(0, 0));
    assertThat(plan().readouts()).containsExactly(new Readout(0, 0));
  }

  @Test
  void doesNotLetAMeasurementWaitForAnotherIntoItsBit() {
    builder.add(new Measure(0, 0)).add(new Measure(1, 0));
    assertThat(plan().tail()).containsExactly(new TailStep.Observe(0, 0));
    assertThat(plan().readouts()).containsExactly(new Readout(1, 0));
  }

  @Test
  void doesNotLetAMeasurementWaitForAQuestionAboutItsBit() {
    Conditional conditional =
        new Conditional(
            new Condition.Bit(0), List.of(GateCall.of(GateName.X, List.of(), 1)), List.of());
    builder.add(new Measure(0, 0)).add(conditional).add(new Measure(1, 1));
    assertThat(plan().tail()).hasSize(3);
    assertThat(plan().readouts()).containsExactly(new Readout(1, 1));
  }

  @Test
  void ignoresResetsOfQubitsThatAreStillZero() {
    Circuit circuit =
        Circuit.builder(2)
            .add(new Reset(0))
            .add(new Reset(1))
            .gate(GateName.H, 0)
            .measureAll("c")
            .build();
    assertThat(Planner.plan(circuit).isTerminal()).isTrue();
  }

  @Test
  void leavesOutWhatNoMeasurementCanSee() {
    builder
        .add(new Measure(1, 1))
        .gate(GateName.H, 2)
        .gate(GateName.CX, 1, 2)
        .add(new Reset(1))
        .gate(GateName.X, 1);
    assertThat(plan().isTerminal()).isTrue();
    assertThat(plan().prefix()).hasSize(2);
    assertThat(plan().qubits()).isEqualTo(2);
  }

  @Test
  void keepsGatesWhosePartnersAreMeasuredAcrossAReset() {
    builder.add(new Reset(0)).gate(GateName.H, 0).add(new Measure(1, 1)).add(new Measure(0, 0));
    assertThat(plan().prefix()).hasSize(2);
    assertThat(plan().tail()).hasSize(2).first().isEqualTo(new TailStep.Restart(0));
  }

  private Plan plan() {
    return Planner.plan(builder.build());
  }
}
