package io.qhyper.sim;

import io.qhyper.shots.Counts;
import io.qhyper.shots.ShotRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the shots of one row measured.
 *
 * @param shots number of shots
 * @param counts a histogram for each classical register, in the order of declaration; bits that
 *     nothing measured are 0
 * @param memory every shot's bitstring for each register, likewise; empty unless asked for
 */
public record ShotResult(int shots, Map<String, Counts> counts, Map<String, ShotRecord> memory) {
  public ShotResult {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    memory = Collections.unmodifiableMap(new LinkedHashMap<>(memory));
  }
}
