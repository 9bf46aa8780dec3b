package io.qhyper.page;

import java.util.List;

/**
 * What a page shows.
 *
 * @param name short name, used for the files of saved charts
 * @param title heading
 * @param subtitle one line below it
 * @param facts the main numbers
 * @param sections in order
 */
public record Page(
    String name, String title, String subtitle, List<Fact> facts, List<Section> sections) {
  public Page {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }

  /** A named value, with its unit. */
  public record Fact(String name, String value) {}
}
