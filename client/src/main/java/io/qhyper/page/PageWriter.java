package io.qhyper.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Writes pages as HTML. */
public final class PageWriter {
  private static final ObjectMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private PageWriter() {}

  /**
   * The page as one HTML document of about 1.2 MB that loads nothing from elsewhere.
   *
   * <p>The data stand in it as JSON whose every {@code <} is escaped, so that no name can end the
   * script element; the script puts texts into the page as text, never as markup.
   */
  public static String html(Page page) {
    return html(page, "", "");
  }

  /**
   * The same for a page that a server has at {@code /} with its data, as {@link #json(LivePage)}
   * gives them, at {@code data.json} beside it.
   *
   * @param polling how often the page asks for new data
   */
  public static String liveHtml(LivePage live, Duration polling) {
    String settings =
        live.goesOn()
            ? "<script type=\"application/json\" id=\"live\">{\"milliseconds\":%d}</script>\n"
                .formatted(polling.toMillis())
            : "";
    return html(live.page(), "; connect-src 'self'", settings);
  }

  private static String html(Page page, String policy, String settings) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
        + policy
        + "\">\n"
        + "<link rel=\"icon\" href=\"data:,\">\n"
        + "<title>QHyper</title>\n<style>\n"
        + resource("page.css")
        + "</style>\n"
        + "</head>\n"
        + "<body>\n"
        + "<noscript>This page draws its charts with JavaScript.</noscript>\n"
        + settings
        + "<script type=\"application/json\" id=\"data\">"
        + json(page)
        + "</script>\n<script>\n"
        + resource("echarts.min.js")
        + "\n</script>\n<script>\n"
        + resource("page.js")
        + "</script>\n</body>\n</html>\n";
  }

  /** The data of a page as one line of JSON: {@code page} and {@code goes_on}. */
  public static String json(LivePage live) {
    return json((Object) live);
  }

  private static String json(Object page) {
    try {
      return JSON.writeValueAsString(page).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e); // plain records do not fail
    }
  }

  private static String resource(String name) {
    try (InputStream in = PageWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
