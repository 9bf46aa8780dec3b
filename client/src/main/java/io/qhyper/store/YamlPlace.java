package io.qhyper.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A value in a YAML document, with the way to it for messages.
 *
 * @param path keys and positions from the root
 * @param node the value, perhaps missing
 */
public record YamlPlace(String path, JsonNode node) {

  /** Whether there is a value. */
  public boolean isThere() {
    return node != null && !node.isMissingNode() && !node.isNull();
  }

  /** The value of a key; missing if there is none. */
  public YamlPlace at(String key) {
    JsonNode value = node == null ? MissingNode.getInstance() : node.path(key);
    return new YamlPlace(path.isEmpty() ? key : path + "." + key, value);
  }

  /** The value of a key, if there is one. */
  public Optional<YamlPlace> find(String key) {
    return Optional.of(at(key)).filter(YamlPlace::isThere);
  }

  /** The keys of a map, which must all be known. */
  public YamlPlace only(String... known) {
    for (String key : map().keySet()) {
      if (!Set.of(known).contains(key)) {
        throw wrong("has the unknown key '" + key + "'; known are " + String.join(", ", known));
      }
    }
    return this;
  }

  /** Keys and values of a map, in order. */
  public Map<String, YamlPlace> map() {
    if (!isThere() || !node.isObject()) {
      throw wrong("must be a map of keys and values");
    }
    Map<String, YamlPlace> map = new LinkedHashMap<>();
    for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      map.put(key, at(key));
    }
    return map;
  }

  /** The entries of a list. */
  public List<YamlPlace> list() {
    if (!isThere() || !node.isArray()) {
      throw wrong("must be a list");
    }
    List<YamlPlace> list = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      list.add(new YamlPlace(path + "[" + i + "]", node.get(i)));
    }
    return list;
  }

  /** A number, also one that YAML takes for text, such as 5e-9. */
  public double number() {
    if (isThere() && node.isNumber()) {
      return node.doubleValue();
    }
    try {
      if (isThere() && node.isTextual()) {
        return Double.parseDouble(node.textValue());
      }
    } catch (NumberFormatException e) {
      throw wrong("must be a number, got '" + node.textValue() + "'");
    }
    throw wrong(isThere() ? "must be a number, got " + node : "is missing: a number is needed");
  }

  /** A whole number. */
  public int integer() {
    if (!isThere() || !node.isInt()) {
      throw wrong(isThere() ? "must be a whole number, got " + node : "is missing");
    }
    return node.intValue();
  }

  /** A text. */
  public String text() {
    if (!isThere() || !node.isTextual()) {
      throw wrong(isThere() ? "must be text, got " + node : "is missing: a text is needed");
    }
    return node.textValue();
  }

  /** A list of whole numbers. */
  public List<Integer> integers() {
    return list().stream().map(YamlPlace::integer).toList();
  }

  /** The last key of the path as a number of a qubit. */
  public int qubit() {
    String key = path.substring(path.lastIndexOf('.') + 1);
    try {
      return Integer.parseUnsignedInt(key);
    } catch (NumberFormatException e) {
      throw wrong("must have the number of a qubit as its key");
    }
  }

  /** The value that a record makes of this place, with the place where it refuses. */
  public <T> T made(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (YamlException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw wrong("is wrong: " + e.getMessage());
    }
  }

  /** The exception for a value that is wrong here. */
  public YamlException wrong(String trouble) {
    return new YamlException((path.isEmpty() ? "the document" : path) + " " + trouble);
  }

  /** A trouble that names its place. */
  public static final class YamlException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    YamlException(String message) {
      super(message);
    }
  }
}
