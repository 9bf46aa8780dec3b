package io.qhyper.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The trouble that is in store for a sandbox's callers. Safe for use by several threads, while the
 * sandbox runs.
 */
public final class FaultPlan {
  private final List<Planned> planned = new ArrayList<>();
  private final Deque<JobFate> fates = new ArrayDeque<>();

  private static final class Planned {
    private final Set<CallKind> kinds;
    private final CallFault fault;
    private int spared;
    private int left;

    Planned(Set<CallKind> kinds, CallFault fault, int spared, int left) {
      this.kinds = kinds;
      this.fault = fault;
      this.spared = spared;
      this.left = left;
    }
  }

  /** The next call of a kind meets a fault. */
  public void onNext(CallKind kind, CallFault fault) {
    on(Set.of(kind), 0, 1, fault);
  }

  /** All calls of a kind meet a fault. */
  public void onEvery(CallKind kind, CallFault fault) {
    on(Set.of(kind), 0, Integer.MAX_VALUE, fault);
  }

  /**
   * Calls of some kinds meet a fault.
   *
   * @param spared how many of them go well before
   * @param times how many meet it then
   */
  public synchronized void on(Set<CallKind> kinds, int spared, int times, CallFault fault) {
    planned.add(new Planned(Set.copyOf(kinds), fault, spared, times));
  }

  /** The next job that is accepted meets a fate; those after it what is planned after it. */
  public synchronized void onNextJob(JobFate fate) {
    fates.addLast(fate);
  }

  /** Forgets all that is still in store. */
  public synchronized void clear() {
    planned.clear();
    fates.clear();
  }

  /** What a call meets; of several faults that which was planned first. */
  synchronized Optional<CallFault> take(CallKind kind) {
    for (Iterator<Planned> each = planned.iterator(); each.hasNext(); ) {
      Planned next = each.next();
      if (!next.kinds.contains(kind)) {
        continue;
      }
      if (next.spared > 0) {
        next.spared--;
        continue;
      }
      if (--next.left == 0) {
        each.remove();
      }
      return Optional.of(next.fault);
    }
    return Optional.empty();
  }

  synchronized Optional<JobFate> takeFate() {
    return Optional.ofNullable(fates.pollFirst());
  }
}
