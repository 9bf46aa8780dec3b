package io.qhyper.study;

import io.qhyper.store.MalformedFileException;
import io.qhyper.store.YamlFile;
import io.qhyper.store.YamlPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Grids in YAML: a map of the study's keys to a value or a list of values; {@code study}, if given,
 * must be the study that is run. Unknown keys are refused.
 */
public final class GridFile {
  private GridFile() {}

  /**
   * What a file says of a study.
   *
   * @throws MalformedFileException if it is no grid of this study, naming the place
   * @throws IOException if it cannot be read
   */
  public static Map<GridKey, List<String>> read(Path file, StudyKind study) throws IOException {
    YamlPlace root = YamlFile.parse(file, YamlFile.text(file));
    try {
      return values(root, study);
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(
          file, "is no grid of study " + study + ": " + e.getMessage());
    }
  }

  private static Map<GridKey, List<String>> values(YamlPlace root, StudyKind study) {
    List<String> known = new ArrayList<>(List.of("study"));
    GridKey.of(study).forEach(key -> known.add(key.toString()));
    root.only(known.toArray(String[]::new));
    Map<GridKey, List<String>> values = new EnumMap<>(GridKey.class);
    root.map()
        .forEach(
            (name, place) -> {
              if (!name.equals("study")) {
                values.put(GridKey.named(name).orElseThrow(), texts(place));
              } else if (!place.text().equals(study.toString())) {
                throw place.wrong("must be " + study + ", got '" + place.text() + "'");
              }
            });
    return values;
  }

  private static List<String> texts(YamlPlace place) {
    return place.isThere() && place.node().isArray()
        ? place.list().stream().map(GridFile::scalar).toList()
        : List.of(scalar(place));
  }

  private static String scalar(YamlPlace place) {
    if (!place.isThere() || !place.node().isValueNode()) {
      throw place.wrong("must be a value or a list of values");
    }
    return place.node().asText();
  }
}
