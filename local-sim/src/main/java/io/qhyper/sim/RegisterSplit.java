package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.shots.BitString;
import io.qhyper.shots.ShotRecord;

/** Cuts one register out of shots that hold all registers. */
final class RegisterSplit {
  private RegisterSplit() {}

  /**
   * The shots of one register.
   *
   * @param bits number of classical bits of all registers
   * @param words packed shots of that width
   */
  static ShotRecord cut(ClassicalRegister register, int bits, long[] words) {
    int from = BitString.wordsFor(bits);
    int to = BitString.wordsFor(register.width());
    long[] cut = new long[words.length / from * to];
    for (int shot = 0; shot < cut.length / to; shot++) {
      for (int word = 0; word < to; word++) {
        int bit = register.offset() + word * Long.SIZE;
        int source = shot * from + (bit >>> 6);
        int width = Math.min(Long.SIZE, register.width() - word * Long.SIZE);
        long value = words[source] >>> bit;
        if ((bit & 63) + width > Long.SIZE) {
          value |= words[source + 1] << -bit;
        }
        cut[shot * to + word] = value & -1L >>> (Long.SIZE - width);
      }
    }
    return new ShotRecord(register.width(), cut);
  }
}
