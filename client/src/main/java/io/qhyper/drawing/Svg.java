package io.qhyper.drawing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** An SVG document in the making; lengths are in its own units, y grows downwards. */
final class Svg {
  /** The colour of the text around the drawing. */
  static final String INK = "currentColor";

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * An empty drawing.
   *
   * @param title what it shows
   */
  Svg(double width, double height, String title) {
    open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + number(width) + " " + number(height),
        "width",
        width,
        "height",
        height,
        "role",
        "img",
        "font-family",
        "system-ui, sans-serif",
        "font-size",
        11);
    title(title);
  }

  /** Begins an element. */
  Svg open(String name, Object... attributes) {
    begin(name, attributes);
    text.append('>');
    open.push(name);
    return this;
  }

  /** Begins a group that says what it is when pointed at. */
  Svg group(String title) {
    return open("g").title(title);
  }

  /** Ends the element that was begun last. */
  Svg close() {
    text.append("</").append(open.pop()).append('>');
    return this;
  }

  private Svg title(String title) {
    text.append("<title>").append(escaped(title)).append("</title>");
    return this;
  }

  /** An element without content. */
  Svg element(String name, Object... attributes) {
    begin(name, attributes);
    text.append("/>");
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2, Object... attributes) {
    begin("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    attributes(attributes);
    text.append("/>");
    return this;
  }

  Svg rect(double x, double y, double width, double height, Object... attributes) {
    begin("rect", "x", x, "y", y, "width", width, "height", height);
    attributes(attributes);
    text.append("/>");
    return this;
  }

  Svg circle(double x, double y, double radius, Object... attributes) {
    begin("circle", "cx", x, "cy", y, "r", radius);
    attributes(attributes);
    text.append("/>");
    return this;
  }

  /** Text whose middle is at {@code x} unless an attribute says otherwise. */
  Svg text(double x, double y, String content, Object... attributes) {
    begin("text", "x", x, "y", y, "fill", INK);
    attributes(attributes);
    text.append('>').append(escaped(content)).append("</text>");
    return this;
  }

  private void begin(String name, Object... attributes) {
    text.append('<').append(name);
    attributes(attributes);
  }

  private void attributes(Object... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      String shown = value instanceof Number n ? number(n.doubleValue()) : value.toString();
      text.append(' ').append(attributes[i]).append("=\"").append(escaped(shown)).append('"');
    }
  }

  /** At most two decimals, which is a hundredth of a pixel. */
  private static String number(double value) {
    long hundredths = Math.round(100 * value);
    return hundredths % 100 == 0
        ? Long.toString(hundredths / 100)
        : String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
  }

  /** Text that no reader takes for markup; characters that XML forbids become U+FFFD. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xfffd);
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c < 0xd800) || isAbove(c);
  }

  private static boolean isAbove(int c) {
    return (c >= 0xe000 && c < 0xfffe) || c > 0xffff;
  }

  /** The document. */
  String end() {
    while (!open.isEmpty()) {
      close();
    }
    return text.toString();
  }
}
