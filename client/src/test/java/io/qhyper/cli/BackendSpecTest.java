package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendSpecTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local | ",
        "local:noise=depolarizing:p1=0.1,p2=0.2 | --noise=depolarizing:p1=0.1,p2=0.2",
        "local:noise-scale=2,noise=device:DIR,match=reported |"
            + " --noise=device:DIR,match=reported --noise-scale=2",
        "local:engine=mps,max-bond=4 | --engine=mps --max-bond=4",
        "ibm:ibm_fez | --backend=ibm:ibm_fez"
      })
  void becomesTheOptionsOfABackend(String text, String arguments) {
    assertThat(BackendSpec.isSpec(text)).isTrue();
    assertThat(String.join(" ", BackendSpec.of(text).arguments()))
        .isEqualTo(arguments == null ? "" : arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"runs/local", "localhost", "./local", "job:abc"})
  void anythingElseIsNoBackend(String text) {
    assertThat(BackendSpec.isSpec(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local:shots=3", "local:engine", "local:noise"})
  void unknownKeysAreRefusedWithThoseThatThereAre(String text) {
    assertThatThrownBy(() -> BackendSpec.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("noise-scale")
        .hasMessageContaining(text);
  }

  @Test
  void wrongValuesNameTheBackend() {
    assertThatThrownBy(() -> BackendSpec.of("local:engine=fast").options(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("local:engine=fast");
  }
}
