package io.qhyper.sim;

import java.util.List;

/**
 * Which engine runs a program, and why.
 *
 * @param engine the one that runs it; never {@link EngineName#AUTO}
 * @param reason a clause for people
 * @param candidates what each engine would need, in the order of {@link EngineName}
 */
public record EngineChoice(EngineName engine, String reason, List<EngineEstimate> candidates) {
  public EngineChoice {
    candidates = List.copyOf(candidates);
  }
}
