package io.qhyper.study;

import io.qhyper.ansatz.AnsatzFamily;
import io.qhyper.store.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One place in a grid.
 *
 * @param layers 0 for the product state
 * @param task what is measured there
 * @param seed of all chance in it
 */
record Cell(
    StudyKind study, String problem, int layers, AnsatzFamily ansatz, Task task, long seed) {
  /** Changes when the same settings come to other numbers. */
  static final int SCHEMA = 1;

  private static final int KEY_LENGTH = 16;

  /** A name made of all settings, the same in every process. */
  String key() {
    String settings =
        Json.line(
                List.of(
                    SCHEMA, study, problem, layers, "" + ansatz, task.getClass().getSimpleName()))
            + Json.line(task)
            + seed;
    return digest(settings);
  }

  /** The first digits of a SHA-256 digest. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, KEY_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** The settings for people, in one line. */
  String label() {
    Task.Columns columns = task.columns();
    return String.join(
            " ",
            List.of(
                problem,
                "layers=" + layers,
                "ansatz=" + ansatz,
                "estimator=" + columns.estimator(),
                "optimizer=" + columns.optimizer(),
                "shots=" + columns.shots(),
                "noise_scale=" + columns.noiseScale(),
                "seed=" + seed))
        .replaceAll(" [a-z_]+=(?= |$)", "");
  }
}
