package io.qhyper.bnn;

import java.util.List;

/**
 * One hidden layer: score Σ_h v_h f(Σ_i w_hi x_i + b_h) + b over the active neurons h.
 *
 * @param activation f
 * @param neurons all candidate neurons, active or not
 * @param outputBias b
 */
public record HiddenLayerModel(Activation activation, List<Neuron> neurons, int outputBias)
    implements DecodedNetwork {

  /**
   * One hidden neuron.
   *
   * @param active whether the neuron exists; if not, its numbers do not matter
   * @param weights w_h, one per feature
   * @param bias b_h
   * @param outputWeight v_h
   */
  public record Neuron(boolean active, List<Integer> weights, int bias, int outputWeight) {

    /** Copies the weights. */
    public Neuron {
      weights = List.copyOf(weights);
    }
  }

  /** Copies the neurons. */
  public HiddenLayerModel {
    neurons = List.copyOf(neurons);
  }

  /** Number of active neurons. */
  public int width() {
    return (int) neurons.stream().filter(Neuron::active).count();
  }

  @Override
  public int dimension() {
    return neurons.get(0).weights().size();
  }

  @Override
  public double score(double[] features) {
    double sum = outputBias;
    for (Neuron neuron : neurons) {
      if (neuron.active()) {
        double z = WeightedSum.of(neuron.weights(), features, neuron.bias());
        sum += neuron.outputWeight() * activation.apply(z);
      }
    }
    return sum;
  }
}
