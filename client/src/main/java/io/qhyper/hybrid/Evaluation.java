package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import io.qhyper.bnn.LossCache;
import io.qhyper.bnn.LossTable;
import io.qhyper.mitigation.CorrectedCounts;
import io.qhyper.mitigation.ReadoutCorrection;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import io.qhyper.sim.NoisyMean;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * What a circuit with given angles emits.
 *
 * @param loss E(θ)
 * @param top the most probable networks, most probable first, the lowest index among equals
 * @param samples random choices of errors behind a noisy loss; 0 if it is exact or from shots
 * @param topShots shots behind the probabilities of the networks, where these are not those of the
 *     loss; else 0
 * @param corrected what readout correction did; empty without one
 */
public record Evaluation(
    LossEstimate loss,
    List<Emitted> top,
    long samples,
    long topShots,
    Optional<Corrected> corrected) {
  private static final int MOST_SHOTS_FOR_TOP = 8192;

  public Evaluation {
    top = List.copyOf(top);
  }

  /**
   * What readout correction did.
   *
   * @param before the loss of the counts as they were read
   * @param overhead the mitigation overhead between the observed networks
   */
  public record Corrected(LossEstimate before, double overhead) {}

  /**
   * A network that the circuit emits.
   *
   * @param probability exact, or the part of the shots that gave it; the quasi-probability after
   *     readout correction, which can be below 0
   */
  public record Emitted(BitString bits, double probability, double loss) {}

  /** Exact values; one pass over all 2^N networks. */
  public static Evaluation exact(ExactLoss exact, LossTable losses, double[] theta, int top) {
    return new Evaluation(
        LossEstimate.exact(exact.value(theta)),
        best(exact.probabilities(theta), losses, top),
        0,
        0,
        Optional.empty());
  }

  /**
   * Values under noise; networks by their probabilities where these are exact, else by as many
   * shots as choices of errors were averaged, but at most 8192.
   *
   * @param stream where the chance of these shots comes from
   */
  public static Evaluation noisy(
      NoisyMean mean,
      NoisyLoss noisy,
      LossTable losses,
      double[] theta,
      int top,
      StreamKey stream) {
    LossEstimate loss = new LossEstimate(mean.mean(), mean.standardError(), 0);
    Optional<double[]> exact = noisy.probabilities(theta);
    if (exact.isPresent() || top == 0) {
      List<Emitted> best = exact.map(table -> best(table, losses, top)).orElse(List.of());
      return new Evaluation(loss, best, mean.samples(), 0, Optional.empty());
    }
    // A mean without samples is exact: the model has no errors at its scale.
    int shots =
        (int)
            (mean.samples() == 0
                ? MOST_SHOTS_FOR_TOP
                : Math.min(mean.samples(), MOST_SHOTS_FOR_TOP));
    Counts counts = noisy.sample(theta, shots, stream);
    double[] values =
        IntStream.range(0, counts.distinct())
            .mapToDouble(entry -> losses.loss((int) counts.bits(entry).index()))
            .toArray();
    return new Evaluation(
        loss, frequent(counts, values, top), mean.samples(), shots, Optional.empty());
  }

  private static List<Emitted> best(double[] probabilities, LossTable losses, int top) {
    return mostProbable(probabilities.length, i -> probabilities[i], top).stream()
        .map(i -> new Emitted(losses.network(i), probabilities[i], losses.loss(i)))
        .toList();
  }

  /** Values estimated from shots on a backend, as they were read. */
  public static Evaluation byShots(
      TrainingProgram program,
      Jobs jobs,
      LossCache losses,
      double[] theta,
      int shots,
      StreamKey stream,
      int top) {
    return of(counts(program, jobs, theta, shots, stream), losses, top);
  }

  /** Values estimated from counts as they were read. */
  public static Evaluation of(Counts counts, LossCache losses, int top) {
    double[] values = losses.losses(counts);
    return new Evaluation(
        LossEstimate.of(counts, values), frequent(counts, values, top), 0, 0, Optional.empty());
  }

  private static List<Emitted> frequent(Counts counts, double[] losses, int top) {
    return emitted(counts, losses, entry -> (double) counts.count(entry) / counts.shots(), top);
  }

  /** Values estimated from shots on a backend, corrected for readout errors. */
  public static Evaluation byCorrectedShots(
      TrainingProgram program,
      Jobs jobs,
      ReadoutCorrection correction,
      LossCache losses,
      double[] theta,
      int shots,
      StreamKey stream,
      int top) {
    return of(correction.correct(counts(program, jobs, theta, shots, stream)), losses, top);
  }

  /** Values estimated from counts that were corrected for readout errors. */
  public static Evaluation of(CorrectedCounts corrected, LossCache losses, int top) {
    double[] values = losses.losses(corrected.counts());
    double[] quasi = corrected.quasiProbabilities();
    Corrected what =
        new Corrected(LossEstimate.of(corrected.counts(), values), corrected.overhead());
    return new Evaluation(
        LossEstimate.of(corrected, values),
        emitted(corrected.counts(), values, entry -> quasi[entry], top),
        0,
        0,
        Optional.of(what));
  }

  /** The same networks with another estimate of the loss. */
  public Evaluation with(LossEstimate other) {
    return new Evaluation(other, top, samples, topShots, corrected);
  }

  private static Counts counts(
      TrainingProgram program, Jobs jobs, double[] theta, int shots, StreamKey stream) {
    JobRequest request = new JobRequest(program.text(), List.of(program.row(theta)), shots, stream);
    return jobs.run(List.of(request)).get(0).register(TrainingProgram.REGISTER).get(0);
  }

  private static List<Emitted> emitted(
      Counts counts, double[] losses, Weight probability, int top) {
    return mostProbable(counts.distinct(), probability, top).stream()
        .map(i -> new Emitted(counts.bits(i), probability.of(i), losses[i]))
        .toList();
  }

  private interface Weight {
    double of(int index);
  }

  private static List<Integer> mostProbable(int size, Weight weight, int top) {
    Comparator<Integer> bestFirst =
        Comparator.comparingDouble((Integer i) -> -weight.of(i)).thenComparing(i -> i);
    PriorityQueue<Integer> kept = new PriorityQueue<>(bestFirst.reversed()); // worst on top
    for (int i = 0; i < size; i++) {
      if (kept.size() < top) {
        kept.add(i);
      } else if (top > 0 && weight.of(i) > weight.of(kept.element())) {
        kept.remove();
        kept.add(i);
      }
    }
    return kept.stream().sorted(bestFirst).toList();
  }
}
