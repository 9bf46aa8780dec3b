package io.qhyper.report;

import io.qhyper.bnn.DecodedNetwork;
import io.qhyper.data.Features;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@code predict --json} prints.
 *
 * @param bits the network's printed bits
 * @param predictions one per row of the data, in order
 */
public record PredictionReport(String bits, List<Prediction> predictions) {

  /**
   * What the network says of one row.
   *
   * @param row from 1, the header not counted
   * @param label the predicted class, 0 or 1
   * @param probability of class 1
   */
  public record Prediction(int row, int label, double probability) {}

  /** Applies a model to data as they stand in the file. */
  public static PredictionReport of(ModelFile model, Features features) {
    DecodedNetwork network = model.decoded();
    return new PredictionReport(
        model.bits(),
        IntStream.range(0, features.size())
            .mapToObj(row -> prediction(row, network, scaled(model, features.row(row))))
            .toList());
  }

  private static Prediction prediction(int row, DecodedNetwork network, double[] features) {
    DecodedNetwork.Prediction said = network.predict(features);
    return new Prediction(row + 1, said.label(), said.probability());
  }

  private static double[] scaled(ModelFile model, double[] row) {
    double[] scaled = row.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] /= model.input().divideBy();
    }
    return scaled;
  }

  /** The predictions as CSV. */
  public String text() {
    StringBuilder text = new StringBuilder("row,label,probability\n");
    for (Prediction p : predictions) {
      text.append(p.row()).append(',').append(p.label()).append(',');
      text.append(p.probability()).append('\n');
    }
    return text.toString();
  }
}
