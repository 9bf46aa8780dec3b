package io.qhyper.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProvenanceTest {
  private final Provenance one = Provenance.of("program", new double[] {1, 2});

  @Test
  void sameProgramAndParametersDoNotDiffer() {
    assertThat(one.differences(Provenance.of("program", new double[] {1, 2}))).isEmpty();
  }

  @Test
  void eachDifferenceIsListed() {
    assertThat(one.differences(Provenance.of("program", new double[] {1, Math.nextUp(2.0)})))
        .extracting(Provenance.Difference::what)
        .containsExactly("parameters");
    assertThat(
            one.compiledTo("a")
                .differences(Provenance.of("other", new double[] {1}).compiledTo("b")))
        .extracting(Provenance.Difference::what)
        .containsExactly("program", "parameters", "compiled");
  }

  @Test
  void whatIsNotKnownIsNoDifference() {
    assertThat(one.differences(Provenance.UNKNOWN)).isEmpty();
    assertThat(one.differences(one.compiledTo("native"))).isEmpty();
  }
}
