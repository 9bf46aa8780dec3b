package io.qhyper.compare;

/**
 * A distance between two samples.
 *
 * @param value between the two histograms
 * @param interval 95 % bootstrap interval of the distance between the distributions behind them
 * @param chance what two samples of one distribution would show
 */
public record MeasuredDistance(double value, Interval interval, ChanceLevel chance) {}
