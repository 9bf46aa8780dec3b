package io.qhyper.bnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.data.DataSet;
import io.qhyper.data.Gaussians;
import io.qhyper.shots.BitString;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenNetworkTest {
  private static final DataSet POINTS = Gaussians.generate(3).train();

  @Test
  void laysOutTheBitsOfTheReference() {
    Problem problem = gaussians(2, ActivationChoice.SEARCH, WidthChoice.SEARCH, 0);

    assertThat(problem.layout())
        .containsExactly(
            "w1[x0][0]",
            "w1[x0][1]",
            "w1[x1][0]",
            "w1[x1][1]",
            "w2[0]",
            "w2[1]",
            "b2",
            "b1[0]",
            "b1[1]",
            "activation",
            "active[1]");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void hasTheNumberOfBitsOfTheReference(int hidden) {
    int bits = 4 * hidden + 2;
    assertThat(gaussians(hidden, ActivationChoice.SEARCH, WidthChoice.ALL, 0).bits())
        .isEqualTo(bits);
    assertThat(gaussians(hidden, ActivationChoice.RELU, WidthChoice.ALL, 0).bits())
        .isEqualTo(bits - 1);
    assertThat(gaussians(hidden, ActivationChoice.SEARCH, WidthChoice.SEARCH, 0).bits())
        .isEqualTo(bits + hidden - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void meetsANaiveNetworkWrittenFromTheReference(int hidden) {
    Random random = new Random(hidden);
    Problem problem = gaussians(hidden, ActivationChoice.SEARCH, WidthChoice.SEARCH, 0.125);

    for (int trial = 0; trial < 10; trial++) {
      BitString bits = Examples.bits(random, problem.bits());
      assertThat(problem.loss(bits))
          .as("loss of %s", bits)
          .isCloseTo(naive(bits.toString(), hidden), within(1e-12));
    }
  }

  /** The loss straight from sections 4.2 and 4.3, reading the printed text from left to right. */
  private static double naive(String printed, int hidden) {
    double sum = 0;
    int active = 0;
    for (int h = 0; h < hidden; h++) {
      active += on(printed, hidden, h) ? 1 : 0;
    }
    for (int row = 0; row < POINTS.size(); row++) {
      double z = sign(printed, 3 * hidden);
      for (int h = 0; h < hidden; h++) {
        double a = sign(printed, 3 * hidden + 1 + h);
        a += sign(printed, h) * POINTS.features().value(row, 0);
        a += sign(printed, hidden + h) * POINTS.features().value(row, 1);
        double f = printed.charAt(4 * hidden + 1) == '1' ? 1 / (1 + Math.exp(-a)) : Math.max(a, 0);
        z += on(printed, hidden, h) ? sign(printed, 2 * hidden + h) * f : 0;
      }
      double p = 1 / (1 + Math.exp(-z));
      sum += Math.pow(p - POINTS.label(row), 2);
    }
    return sum / POINTS.size() + 0.125 * active;
  }

  private static boolean on(String printed, int hidden, int h) {
    return h == 0 || printed.charAt(4 * hidden + 1 + h) == '1';
  }

  private static int sign(String printed, int position) {
    return printed.charAt(position) == '1' ? 1 : -1;
  }

  @Test
  void decodesWeightsBiasesActivationAndWidth() {
    Problem problem = gaussians(2, ActivationChoice.SEARCH, WidthChoice.SEARCH, 0);

    HiddenLayerModel model = (HiddenLayerModel) problem.decode(BitString.parse("10010110110"));

    assertThat(model.activation()).isEqualTo(Activation.SIGMOID);
    assertThat(model.outputBias()).isEqualTo(1);
    assertThat(model.width()).isEqualTo(1);
    assertThat(model.neurons())
        .containsExactly(
            new HiddenLayerModel.Neuron(true, List.of(1, -1), -1, -1),
            new HiddenLayerModel.Neuron(false, List.of(-1, 1), 1, 1));
  }

  @Test
  void searchedActivationAgreesWithTheFixedOnes() {
    double[] searched =
        LossTable.enumerate(gaussians(2, ActivationChoice.SEARCH, WidthChoice.ALL, 0), 2).toArray();
    double[] relu =
        LossTable.enumerate(gaussians(2, ActivationChoice.RELU, WidthChoice.ALL, 0), 2).toArray();
    double[] sigmoid =
        LossTable.enumerate(gaussians(2, ActivationChoice.SIGMOID, WidthChoice.ALL, 0), 2)
            .toArray();

    for (int i = 0; i < relu.length; i++) {
      assertThat(searched[2 * i]).isEqualTo(relu[i]);
      assertThat(searched[2 * i + 1]).isEqualTo(sigmoid[i]);
    }
  }

  @Test
  void allNeuronsSwitchedOnIsTheNetworkWithoutSwitches() {
    double[] searched =
        LossTable.enumerate(gaussians(2, ActivationChoice.RELU, WidthChoice.SEARCH, 0), 2)
            .toArray();
    double[] all =
        LossTable.enumerate(gaussians(2, ActivationChoice.RELU, WidthChoice.ALL, 0), 2).toArray();

    for (int i = 0; i < all.length; i++) {
      assertThat(searched[2 * i + 1]).isEqualTo(all[i]);
    }
  }

  @Test
  void exchangingNeuronsLeavesTheLossUnchangedToTheLastBit() {
    Problem problem = gaussians(2, ActivationChoice.RELU, WidthChoice.ALL, 0);

    assertThat(problem.loss(BitString.parse("100110001")))
        .isEqualTo(problem.loss(BitString.parse("011001010")));
    assertThat(problem.loss(BitString.parse("100110001")))
        .isNotEqualTo(problem.loss(BitString.parse("011001001")));
  }

  @Test
  void canonicalFormIsIdempotentAndDecodesToTheSameFunction() {
    Random random = new Random(9);
    ModelSpec model =
        new ModelSpec.HiddenLayer(4, ActivationChoice.SEARCH, WidthChoice.SEARCH, 0.5);
    Network network = Network.of(model, POINTS.features().names());
    double[] point = {0.3, -1.7};

    for (int trial = 0; trial < 300; trial++) {
      BitString bits = Examples.bits(random, network.layout().size());
      BitString canonical = network.canonical(bits);
      assertThat(network.canonical(canonical)).isEqualTo(canonical);
      assertThat(network.price(canonical)).isEqualTo(network.price(bits));
      assertThat(network.decode(canonical).score(point))
          .isCloseTo(network.decode(bits).score(point), within(1e-14));
    }
  }

  @Test
  void chargesThePriceOfEachActiveNeuron() {
    BitString bits = BitString.parse("011010011010010"); // the last two are the switches
    Problem free = gaussians(3, ActivationChoice.RELU, WidthChoice.SEARCH, 0);
    Problem priced = gaussians(3, ActivationChoice.RELU, WidthChoice.SEARCH, 0.25);

    assertThat(priced.loss(bits)).isCloseTo(free.loss(bits) + 2 * 0.25, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAPriceThatIsNone(double price) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gaussians(2, ActivationChoice.RELU, WidthChoice.ALL, price))
        .withMessageContaining("price per active neuron")
        .withMessageContaining(Double.toString(price));
  }

  private static Problem gaussians(
      int hidden, ActivationChoice activation, WidthChoice width, double price) {
    return Examples.problem(new ModelSpec.HiddenLayer(hidden, activation, width, price), POINTS);
  }
}
