package io.qhyper.bnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qhyper.data.MalformedDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {
  private static final ModelSpec LOGISTIC =
      new ModelSpec.Logistic(EncodingChoice.MINUS_THREE_PLUS_ONE);
  private static final ModelSpec HIDDEN =
      new ModelSpec.HiddenLayer(3, ActivationChoice.SEARCH, WidthChoice.SEARCH, 0);

  @TempDir Path folder;

  @Test
  void makesTheBundledMnistProblem() throws IOException {
    Problem problem = Problems.create(new ProblemSpec.Mnist(0, 1, LOGISTIC, Optional.empty()));

    assertThat(problem.name()).isEqualTo("mnist-0-1");
    assertThat(problem.bits()).isEqualTo(17);
    assertThat(problem.trainingSet().size()).isEqualTo(12_665);
    assertThat(problem.testSet()).isPresent();
  }

  @Test
  void makesTheGaussianProblem() throws IOException {
    Problem problem = Problems.create(new ProblemSpec.Gaussians(HIDDEN, 4));

    assertThat(problem.name()).isEqualTo("gaussians");
    assertThat(problem.bits()).isEqualTo(16);
  }

  @Test
  void trainsEitherFamilyOnUsersData() throws IOException {
    Path train = Files.writeString(folder.resolve("train.csv"), "a,b,c,class\n1,2,3,0\n4,5,6,1\n");

    Problem logistic =
        Problems.create(new ProblemSpec.Csv(train, Optional.empty(), "class", LOGISTIC));
    Problem hidden =
        Problems.create(new ProblemSpec.Csv(train, Optional.of(train), "class", HIDDEN));

    assertThat(logistic.layout()).containsExactly("w[a]", "w[b]", "w[c]", "b");
    assertThat(logistic.testSet()).isEmpty();
    assertThat(hidden.bits()).isEqualTo(3 * 3 + 3 + 1 + 3 + 1 + 2);
    assertThat(hidden.testSet()).contains(hidden.trainingSet());
  }

  @Test
  void passesOnWhatIsWrongWithAFile() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.csv"), "a,label\n1,7\n");
    ProblemSpec malformed = new ProblemSpec.Csv(bad, Optional.empty(), "label", LOGISTIC);
    ProblemSpec missing =
        new ProblemSpec.Csv(folder.resolve("no.csv"), Optional.empty(), "label", LOGISTIC);
    ProblemSpec noMnist = new ProblemSpec.Mnist(0, 1, LOGISTIC, Optional.of(folder));

    assertThatExceptionOfType(MalformedDataException.class)
        .isThrownBy(() -> Problems.create(malformed))
        .withMessageContaining("line 2, column label: expected a label in 0..1, got \"7\"");
    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> Problems.create(missing));
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Problems.create(noMnist))
        .withMessageContaining("train-images-idx3-ubyte");
  }

  @ParameterizedTest
  @CsvSource({"4, 4", "0, 10", "-1, 3"})
  void refusesWhatAreNotTwoDigits(int zero, int one) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProblemSpec.Mnist(zero, one, LOGISTIC, Optional.empty()))
        .withMessage("the two digits must be different numbers in 0..9, got " + zero + "," + one);
  }

  @Test
  void refusesNoHiddenNeurons() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelSpec.HiddenLayer(0, ActivationChoice.RELU, WidthChoice.ALL, 0))
        .withMessageContaining("number of hidden neurons")
        .withMessageContaining("got 0");
  }

  @ParameterizedTest
  @EnumSource(EncodingChoice.class)
  void encodingsParseTheNamesTheyPrint(EncodingChoice choice) {
    assertThat(EncodingChoice.parse(choice.toString())).isEqualTo(choice);
  }

  @ParameterizedTest
  @EnumSource(ActivationChoice.class)
  void activationsParseTheNamesTheyPrint(ActivationChoice choice) {
    assertThat(ActivationChoice.parse(choice.toString())).isEqualTo(choice);
  }

  @ParameterizedTest
  @EnumSource(WidthChoice.class)
  void widthsParseTheNamesTheyPrint(WidthChoice choice) {
    assertThat(WidthChoice.parse(choice.toString())).isEqualTo(choice);
  }

  @Test
  void namesTheChoicesWhenRefusingAnother() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncodingChoice.parse("p1m1"))
        .withMessage(
            "the encoding of the weights must be one of [01, pm1, m2p1, m3p1, search], got p1m1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ActivationChoice.parse("tanh"))
        .withMessageContaining("[search, sigmoid, relu], got tanh");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WidthChoice.parse("some"))
        .withMessageContaining("[all, search], got some");
  }
}
