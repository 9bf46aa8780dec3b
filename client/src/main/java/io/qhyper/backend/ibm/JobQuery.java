package io.qhyper.backend.ibm;

import java.util.List;
import java.util.Optional;

/**
 * Which jobs to list, the newest first.
 *
 * @param tags a job must have all of them
 * @param limit how many at most, 1 to 200
 */
public record JobQuery(List<String> tags, Optional<String> backend, int limit) {
  public JobQuery {
    tags = List.copyOf(tags);
    if (limit < 1 || limit > 200) {
      throw new IllegalArgumentException("the limit of a list must be in 1..200, got " + limit);
    }
  }
}
