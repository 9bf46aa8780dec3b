package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the programs of a job and refuses those that break the schema (section 3.2). */
final class PubReader {
  private static final int ELEMENTS = 3;

  private final int usualShots;

  /** A reader for programs that give no shots of their own. */
  PubReader(int usualShots) {
    this.usualShots = usualShots;
  }

  List<Pub> read(JsonNode pubs) {
    if (!pubs.isArray() || pubs.isEmpty()) {
      throw Refusal.badRequest("params.pubs must be an array of at least one pub");
    }
    List<Pub> list = new ArrayList<>();
    for (JsonNode pub : pubs) {
      list.add(pub("params.pubs[" + list.size() + "]", pub));
    }
    return list;
  }

  private Pub pub(String place, JsonNode pub) {
    if (!pub.isArray() || pub.isEmpty() || pub.size() > ELEMENTS || !pub.get(0).isTextual()) {
      throw Refusal.badRequest(place + " must be [text, values, shots]");
    }
    return new Pub(
        pub.get(0).asText(), values(place, pub.path(1)), shots(place, pub.path(2), usualShots));
  }

  /** A number of shots, or another if there is none. */
  static int shots(String place, JsonNode node, int otherwise) {
    if (node.isMissingNode() || node.isNull()) {
      return otherwise;
    }
    if (!node.isInt()) {
      throw Refusal.badRequest("shots of " + place + " must be a whole number");
    }
    if (node.asInt() < 1) {
      throw new Refusal(
          400, "6001", "shots of " + place + " must be above 0", "Ask for more shots.");
    }
    return node.asInt();
  }

  private static Pub.Values values(String place, JsonNode node) {
    if (node.isMissingNode() || node.isNull() || (node.isArray() && node.isEmpty())) {
      return new Pub.None();
    }
    if (node.isObject()) {
      Map<String, Double> named = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        named.put(entry.getKey(), number(place, entry.getValue()));
      }
      return new Pub.Named(named);
    }
    if (!node.isArray()) {
      throw Refusal.badRequest("values of " + place + " must be null, an object or an array");
    }
    if (!node.get(0).isArray()) {
      return new Pub.Row(row(place, node));
    }
    List<List<Double>> table = new ArrayList<>();
    node.forEach(row -> table.add(row(place, row)));
    if (table.stream().anyMatch(row -> row.size() != table.get(0).size())) {
      throw Refusal.badRequest("rows of " + place + " must have the same length");
    }
    return new Pub.Table(table);
  }

  private static List<Double> row(String place, JsonNode node) {
    if (!node.isArray()) {
      throw Refusal.badRequest("values of " + place + " must all be arrays, or all numbers");
    }
    List<Double> row = new ArrayList<>();
    node.forEach(value -> row.add(number(place, value)));
    return row;
  }

  private static double number(String place, JsonNode node) {
    if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
      throw Refusal.badRequest("values of " + place + " must be numbers, got " + node);
    }
    return node.asDouble();
  }
}
