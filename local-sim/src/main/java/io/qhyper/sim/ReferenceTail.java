package io.qhyper.sim;

import io.qhyper.sim.state.StateVector;

/** The steps of a plan's tail, gate by gate, for one row. */
@SuppressWarnings("ArrayRecordComponent") // hot data, never compared
record ReferenceTail(Plan plan, double[] row) implements TailGates<StateVector> {
  @Override
  public int apply(int position, StateVector state) {
    ((TailStep.Apply) plan.tail().get(position)).gate().at(row).apply(state);
    return 1;
  }

  @Override
  public double[] probabilities(PlannedChannel channel, StateVector state) {
    return channel.probabilities(state);
  }

  @Override
  public void disturb(PlannedChannel channel, int operator, double probability, StateVector state) {
    channel.apply(operator, probability, state);
  }
}
