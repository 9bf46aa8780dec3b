package io.qhyper.sim.mps;

import java.util.Arrays;
import java.util.List;

/**
 * A normalised matrix product state in right-canonical form: Σ_s A_k[s]·A_k[s]† = 1 at every site,
 * so that the probability of the values of the first sites is the squared length of the product of
 * their matrices. Immutable, for many threads at once.
 */
public final class MatrixProductState {
  private final List<Site> sites;
  private final Truncation truncation;

  MatrixProductState(List<Site> sites, Truncation truncation) {
    this.sites = List.copyOf(sites);
    this.truncation = truncation;
  }

  /** Number of sites. */
  public int size() {
    return sites.size();
  }

  /** The dimensions of all bonds, size + 1 of them; the first and the last are 1. */
  public int[] bonds() {
    int[] bonds = new int[sites.size() + 1];
    Arrays.setAll(bonds, k -> k == 0 ? 1 : sites.get(k - 1).right());
    return bonds;
  }

  /** What was cut off on the way to this state. */
  public Truncation truncation() {
    return truncation;
  }

  Site site(int site) {
    return sites.get(site);
  }
}
