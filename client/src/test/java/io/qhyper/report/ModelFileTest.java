package io.qhyper.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.bnn.ActivationChoice;
import io.qhyper.bnn.EncodingChoice;
import io.qhyper.bnn.LossCache.Scored;
import io.qhyper.bnn.ModelSpec;
import io.qhyper.bnn.Problem;
import io.qhyper.bnn.ProblemSpec;
import io.qhyper.bnn.Problems;
import io.qhyper.bnn.WidthChoice;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFileTest {
  @TempDir private Path folder;

  static Stream<ModelSpec> families() {
    return Stream.concat(
        Stream.of("01", "pm1", "m2p1", "m3p1", "search")
            .map(EncodingChoice::parse)
            .map(ModelSpec.Logistic::new),
        Stream.of(
            new ModelSpec.HiddenLayer(2, ActivationChoice.parse("relu"), WidthChoice.ALL, 0),
            new ModelSpec.HiddenLayer(3, ActivationChoice.SEARCH, WidthChoice.SEARCH, 0.1)));
  }

  @ParameterizedTest
  @MethodSource("families")
  void networkSurvivesTheFile(ModelSpec family) throws IOException {
    Problem problem = Problems.create(new ProblemSpec.Gaussians(family, 1));
    UniformRandomProvider random = StreamKey.of(3, Purpose.SAMPLING).open();
    for (int repetition = 0; repetition < 20; repetition++) {
      BitString bits = BitString.of(problem.bits(), random.nextLong(1L << problem.bits()));
      ModelFile model = ModelFile.of(problem, new Scored(bits, problem.loss(bits)), 1);
      Path file = Files.writeString(folder.resolve("model.json"), Json.text(model));

      ModelFile read = Json.read(file, ModelFile.class);

      assertThat(read).isEqualTo(model);
      assertThat(read.decoded()).isEqualTo(problem.decode(bits)).isEqualTo(model.decoded());
      PredictionReport report = PredictionReport.of(read, problem.trainingSet().features());
      List<Double> expected =
          problem.predict(bits, problem.trainingSet().features()).stream()
              .map(prediction -> prediction.probability())
              .toList();
      assertThat(report.predictions().stream().map(PredictionReport.Prediction::probability))
          .isEqualTo(expected);
    }
  }
}
