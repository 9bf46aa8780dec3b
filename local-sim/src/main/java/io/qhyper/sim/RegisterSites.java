package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import java.util.Arrays;

/**
 * Which sites of a line a register shows: bit b the value of site {@code site(b)}, or 0 if that is
 * below 0.
 */
final class RegisterSites {
  private final int[] sites;

  RegisterSites(Plan plan, SiteLine line, ClassicalRegister register) {
    this.sites = new int[register.width()];
    Arrays.fill(sites, -1);
    for (Readout readout : plan.readouts()) {
      int bit = readout.bit() - register.offset();
      if (bit >= 0 && bit < sites.length) {
        sites[bit] = line.site(readout.qubit());
      }
    }
  }

  int width() {
    return sites.length;
  }

  /** The site that a bit shows; below 0 if nothing was measured into it. */
  int site(int bit) {
    return sites[bit];
  }

  /** The sites that some bit shows, ascending. */
  int[] shown() {
    return Arrays.stream(sites).filter(site -> site >= 0).sorted().distinct().toArray();
  }
}
