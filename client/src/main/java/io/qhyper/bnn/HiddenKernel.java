package io.qhyper.bnn;

import io.qhyper.shots.BitString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mean squared error of networks with one hidden layer.
 *
 * <p>The odds e^z of a network are a product of one factor per active neuron, and networks of a
 * batch share neurons: so for each block of rows the factors of all distinct neurons are tabulated
 * once, and a network costs one multiplication per neuron and row and one division per row.
 */
final class HiddenKernel implements LossKernel {
  private static final int BLOCK = 512; // rows of a table: a few dozen tables fit in the cache
  private static final int TABLES = 4096; // tables at once, 16 MiB, unless one network needs more

  private final HiddenNetwork network;
  private final HiddenRows rows;

  HiddenKernel(HiddenNetwork network, HiddenRows rows) {
    this.network = network;
    this.rows = rows;
  }

  private record Neuron(Activation activation, BitString unit) {}

  @Override
  public double[] losses(List<BitString> batch) {
    double[] losses = new double[batch.size()];
    int step = Math.max(1, TABLES / network.hidden());
    for (int from = 0; from < losses.length; from += step) {
      List<BitString> part = batch.subList(from, Math.min(losses.length, from + step));
      System.arraycopy(part(part), 0, losses, from, part.size());
    }
    return losses;
  }

  @Override
  public double[] enumerate(int bits, int threads) {
    return RepresentativeEnumeration.enumerate(this, network, bits, threads);
  }

  private double[] part(List<BitString> batch) {
    Map<Neuron, Integer> numbers = new HashMap<>();
    int[][] neurons = new int[batch.size()][];
    for (int i = 0; i < neurons.length; i++) {
      Activation activation = network.activation(batch.get(i));
      neurons[i] =
          network.units(batch.get(i)).stream()
              .map(unit -> new Neuron(activation, unit))
              .mapToInt(neuron -> numbers.computeIfAbsent(neuron, key -> numbers.size()))
              .toArray();
    }
    double[] sums = new double[neurons.length];
    double[][] tables = new double[numbers.size()][BLOCK];
    for (int from = 0; from < rows.size(); from += BLOCK) {
      int start = from;
      int count = Math.min(BLOCK, rows.size() - from);
      numbers.forEach(
          (neuron, number) ->
              rows.oddsOf(neuron.activation(), neuron.unit(), start, count, tables[number]));
      addBlock(batch, neurons, tables, start, count, sums);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] / rows.examples() + network.price(batch.get(i));
    }
    return sums;
  }

  private void addBlock(
      List<BitString> batch,
      int[][] neurons,
      double[][] tables,
      int from,
      int count,
      double[] sums) {
    double[] odds = new double[BLOCK];
    double[][] biases = new double[2][BLOCK];
    rows.oddsOf(-1, from, count, biases[0]);
    rows.oddsOf(1, from, count, biases[1]);
    for (int i = 0; i < sums.length; i++) {
      double[] bias = biases[network.outputBias(batch.get(i)) < 0 ? 0 : 1];
      System.arraycopy(bias, 0, odds, 0, count);
      for (int neuron : neurons[i]) {
        multiply(odds, tables[neuron]);
      }
      sums[i] += rows.squaredErrors(odds, from, count);
    }
  }

  private static void multiply(double[] odds, double[] factors) {
    for (int r = 0; r < odds.length; r++) {
      odds[r] *= factors[r];
    }
  }
}
