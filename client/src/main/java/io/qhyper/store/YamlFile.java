package io.qhyper.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads YAML files that users write. */
public final class YamlFile {
  private static final long MOST_BYTES = 4L << 20;
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private YamlFile() {}

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
   * The root of a document.
   *
   * @param source what to call the text in messages
   * @throws MalformedFileException if it is no YAML, or a key occurs twice
   */
  public static YamlPlace parse(Path source, String text) {
    try {
      return new YamlPlace("", YAML.readTree(text));
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new MalformedFileException(source, "is no YAML: " + reason);
    }
  }
}
