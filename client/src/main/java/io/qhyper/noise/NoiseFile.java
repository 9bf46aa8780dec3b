package io.qhyper.noise;

import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.store.MalformedFileException;
import io.qhyper.store.YamlFile;
import io.qhyper.store.YamlPlace;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Noise models in YAML.
 *
 * <p>A model has {@code description}, {@code qubits} ({@code any} or {@code physical}), {@code
 * gates}, {@code readout} and {@code idle}; the README describes them. Unknown keys are refused.
 */
public final class NoiseFile {
  private NoiseFile() {}

  /**
   * The text of a file.
   *
   * @throws MalformedFileException if it is too large or no UTF-8
   * @throws IOException if it cannot be read
   */
  public static String text(Path file) throws IOException {
    return YamlFile.text(file);
  }

  /**
   * The model that a text describes.
   *
   * @param source what to call the text in messages
   * @throws MalformedFileException if it describes none, naming the place
   */
  public static NoiseModel parse(Path source, String text) {
    YamlPlace root = YamlFile.parse(source, text);
    try {
      return NoiseDocument.model(root);
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(source, "describes no noise model: " + e.getMessage());
    }
  }
}
