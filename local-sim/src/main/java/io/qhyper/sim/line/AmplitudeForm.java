package io.qhyper.sim.line;

import java.util.Arrays;

/**
 * Goes through the amplitudes ψ[h,l], a row of one h at a time. For D too large for the D² terms of
 * the bilinear form.
 */
final class AmplitudeForm implements CutForm {
  private final Factors factors;
  private final int[] lowTargets;
  private final int[] highTargets;

  AmplitudeForm(Factors factors, RegisterMap map) {
    this.factors = factors;
    this.lowTargets = targets(map.lowFold(), map.lowPlaces());
    this.highTargets = targets(map.highFold(), map.highPlaces());
  }

  private static int[] targets(int[] fold, int[] places) {
    int[] targets = new int[fold.length];
    Arrays.setAll(targets, i -> places[fold[i]]);
    return targets;
  }

  @Override
  public void addProbabilities(double[] table) {
    double[] re = new double[lowTargets.length];
    double[] im = new double[lowTargets.length];
    for (int h = 0; h < highTargets.length; h++) {
      factors.amplitudes(h, re, im);
      for (int l = 0; l < re.length; l++) {
        table[highTargets[h] | lowTargets[l]] += re[l] * re[l] + im[l] * im[l];
      }
    }
  }

  @Override
  public double mean(double[] loss) {
    double[] re = new double[lowTargets.length];
    double[] im = new double[lowTargets.length];
    double sum = 0;
    for (int h = 0; h < highTargets.length; h++) {
      factors.amplitudes(h, re, im);
      double part = 0;
      for (int l = 0; l < re.length; l++) {
        part += (re[l] * re[l] + im[l] * im[l]) * loss[highTargets[h] | lowTargets[l]];
      }
      sum += part;
    }
    return sum;
  }

  @Override
  public Bras bras(double[] loss) {
    Family low = factors.low();
    Family high = factors.high();
    Family lowBra = Family.zero(low.terms(), low.size());
    Family highBra = Family.zero(high.terms(), high.size());
    double[] re = new double[low.size()];
    double[] im = new double[low.size()];
    double sum = 0;
    for (int h = 0; h < highTargets.length; h++) {
      factors.amplitudes(h, re, im);
      sum += weigh(re, im, loss, highTargets[h]);
      for (int a = 0; a < low.terms(); a++) {
        double[] bRe = low.re()[a];
        double[] bIm = low.im()[a];
        highBra.re()[a][h] = RowKernels.dot(re, bRe) + RowKernels.dot(im, bIm);
        highBra.im()[a][h] = RowKernels.dot(im, bRe) - RowKernels.dot(re, bIm);
        RowKernels.addProduct(
            lowBra.re()[a], lowBra.im()[a], high.re()[a][h], -high.im()[a][h], re, im);
      }
    }
    return new Bras(sum, lowBra, highBra);
  }

  /** Multiplies a row of amplitudes by the losses; their mean comes back. */
  private double weigh(double[] re, double[] im, double[] loss, int place) {
    double sum = 0;
    for (int l = 0; l < re.length; l++) {
      double weight = loss[place | lowTargets[l]];
      sum += weight * (re[l] * re[l] + im[l] * im[l]);
      re[l] *= weight;
      im[l] *= weight;
    }
    return sum;
  }
}
