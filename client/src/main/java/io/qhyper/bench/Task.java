package io.qhyper.bench;

import java.util.function.Supplier;

/**
 * Work that can be timed.
 *
 * @param <R> what it results in
 */
interface Task<R> {
  /**
   * Reads and plans what the setting needs; the supplier then does the work, each time anew.
   *
   * @throws LeftOutException if the task is not done that way
   * @throws io.qhyper.sim.UnsupportedProgramException if the engine cannot do the task
   * @throws IllegalArgumentException if the task has no such size
   */
  Supplier<R> prepare(Setting setting);

  /**
   * Compares a result with what is known otherwise.
   *
   * @throws IllegalStateException if they differ by more than rounding or chance
   */
  void verify(Setting setting, R result);
}
