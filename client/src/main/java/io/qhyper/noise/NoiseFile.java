package io.qhyper.noise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.store.FileTrouble;
import io.qhyper.store.MalformedFileException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Noise models in YAML.
 *
 * <p>A model has {@code description}, {@code qubits} ({@code any} or {@code physical}), {@code
 * gates}, {@code readout} and {@code idle}; the README describes them. Unknown keys are refused.
 */
public final class NoiseFile {
  private static final long MOST_BYTES = 4L << 20;
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private NoiseFile() {}

  /**
   * The text of a file.
   *
   * @throws MalformedFileException if it is too large or no UTF-8
   * @throws IOException if it cannot be read
   */
  public static String text(Path file) throws IOException {
    FileTrouble.checkIsFile(file);
    if (Files.size(file) > MOST_BYTES) {
      throw new MalformedFileException(file, "is larger than " + MOST_BYTES + " bytes");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new MalformedFileException(file, "is not UTF-8 text");
    }
  }

  /**
   * The model that a text describes.
   *
   * @param source what to call the text in messages
   * @throws MalformedFileException if it describes none, naming the place
   */
  public static NoiseModel parse(Path source, String text) {
    JsonNode root;
    try {
      root = YAML.readTree(text);
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new MalformedFileException(source, "is no YAML: " + reason);
    }
    try {
      return NoiseDocument.model(new YamlPlace("", root));
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(source, "describes no noise model: " + e.getMessage());
    }
  }
}
