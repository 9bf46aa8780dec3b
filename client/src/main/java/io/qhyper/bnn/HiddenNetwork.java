package io.qhyper.bnn;

import io.qhyper.data.DataSet;
import io.qhyper.shots.BitString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One hidden layer of ±1 weights and biases, judged by the mean squared error (reference, sections
 * 4.2 and 4.3).
 *
 * <p>Bits in order: input weights W1[input][hidden] row by row, output weights W2[hidden], output
 * bias b2, hidden biases b1[hidden], the activation if it is searched, and, if the width is
 * searched, a switch for each hidden neuron but the first.
 */
final class HiddenNetwork implements Network {
  private static final Encoding SIGN = Encoding.PLUS_MINUS_ONE;

  private final List<String> features;
  private final ModelSpec.HiddenLayer spec;

  HiddenNetwork(List<String> features, ModelSpec.HiddenLayer spec) {
    this.features = features;
    this.spec = spec;
  }

  private int inputs() {
    return features.size();
  }

  /** Number of candidate neurons. */
  int hidden() {
    return spec.hidden();
  }

  private int inputWeight(int input, int neuron) {
    return input * hidden() + neuron;
  }

  private int outputWeight(int neuron) {
    return inputs() * hidden() + neuron;
  }

  private int outputBias() {
    return (inputs() + 1) * hidden();
  }

  private int hiddenBias(int neuron) {
    return outputBias() + 1 + neuron;
  }

  private int activationBit() {
    return outputBias() + 1 + hidden();
  }

  /** The position of the switch of {@code neuron} ≥ 1, if the width is searched. */
  private int switchBit(int neuron) {
    return activationBit() + (spec.activation().fixed().isEmpty() ? 1 : 0) + neuron - 1;
  }

  private int width() {
    return spec.width() == WidthChoice.SEARCH ? switchBit(hidden()) : switchBit(1);
  }

  @Override
  public List<String> layout() {
    String[] names = new String[width()];
    for (int h = 0; h < hidden(); h++) {
      for (int i = 0; i < inputs(); i++) {
        names[inputWeight(i, h)] = "w1[" + features.get(i) + "][" + h + "]";
      }
      names[outputWeight(h)] = "w2[" + h + "]";
      names[hiddenBias(h)] = "b1[" + h + "]";
    }
    names[outputBias()] = "b2";
    if (spec.activation().fixed().isEmpty()) {
      names[activationBit()] = "activation";
    }
    if (spec.width() == WidthChoice.SEARCH) {
      for (int h = 1; h < hidden(); h++) {
        names[switchBit(h)] = "active[" + h + "]";
      }
    }
    return List.of(names);
  }

  Activation activation(BitString bits) {
    return spec.activation()
        .fixed()
        .orElseGet(() -> Activation.chosenBy(bits.printed(activationBit())));
  }

  int outputBias(BitString bits) {
    return SIGN.value(bits.printed(outputBias()));
  }

  private boolean active(BitString bits, int neuron) {
    return spec.width() == WidthChoice.ALL || neuron == 0 || bits.printed(switchBit(neuron));
  }

  /** The positions of the bits of a neuron: input weights, bias, output weight. */
  private int[] unitBits(int neuron) {
    int[] positions = new int[inputs() + 2];
    for (int i = 0; i < inputs(); i++) {
      positions[i] = inputWeight(i, neuron);
    }
    positions[inputs()] = hiddenBias(neuron);
    positions[inputs() + 1] = outputWeight(neuron);
    return positions;
  }

  /** The active neurons, each as the bits of its input weights, bias and output weight. */
  List<BitString> units(BitString bits) {
    List<BitString> units = new ArrayList<>();
    for (int h = 0; h < hidden(); h++) {
      if (active(bits, h)) {
        int[] positions = unitBits(h);
        char[] printed = new char[positions.length];
        for (int i = 0; i < positions.length; i++) {
          printed[i] = digit(bits.printed(positions[i]));
        }
        units.add(BitString.parse(new String(printed)));
      }
    }
    return units;
  }

  /** Active neurons first, in descending order; the bits of the others 0. */
  @Override
  public BitString canonical(BitString bits) {
    List<BitString> units = units(bits);
    units.sort(Collections.reverseOrder());
    char[] printed = "0".repeat(bits.width()).toCharArray();
    for (int h = 0; h < units.size(); h++) {
      int[] positions = unitBits(h);
      for (int i = 0; i < positions.length; i++) {
        printed[positions[i]] = digit(units.get(h).printed(i));
      }
      if (spec.width() == WidthChoice.SEARCH && h > 0) {
        printed[switchBit(h)] = '1';
      }
    }
    printed[outputBias()] = digit(bits.printed(outputBias()));
    if (spec.activation().fixed().isEmpty()) {
      printed[activationBit()] = digit(bits.printed(activationBit()));
    }
    return BitString.parse(new String(printed));
  }

  private static char digit(boolean bit) {
    return bit ? '1' : '0';
  }

  @Override
  public HiddenLayerModel decode(BitString bits) {
    List<HiddenLayerModel.Neuron> neurons =
        IntStream.range(0, hidden()).mapToObj(h -> neuron(bits, h)).toList();
    return new HiddenLayerModel(activation(bits), neurons, outputBias(bits));
  }

  private HiddenLayerModel.Neuron neuron(BitString bits, int neuron) {
    List<Integer> weights =
        IntStream.range(0, inputs())
            .mapToObj(i -> SIGN.value(bits.printed(inputWeight(i, neuron))))
            .toList();
    return new HiddenLayerModel.Neuron(
        active(bits, neuron),
        weights,
        SIGN.value(bits.printed(hiddenBias(neuron))),
        SIGN.value(bits.printed(outputWeight(neuron))));
  }

  @Override
  public LossFunction lossFunction() {
    return LossFunction.SQUARED_ERROR;
  }

  @Override
  public double price(BitString bits) {
    int active = 0;
    for (int h = 0; h < hidden(); h++) {
      active += active(bits, h) ? 1 : 0;
    }
    return spec.pricePerNeuron() * active;
  }

  @Override
  public LossKernel kernel(DataSet data) {
    HiddenRows rows = new HiddenRows(data);
    return 1 + hidden() * rows.largestOutput() <= HiddenRows.LARGEST_SCORE
        ? new HiddenKernel(this, rows)
        : new PlainLoss(this, data);
  }
}
