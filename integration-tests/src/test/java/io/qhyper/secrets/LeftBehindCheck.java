package io.qhyper.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.support.ProductProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * After all tests of all modules: no key and no token in any file that they wrote, nor in anything
 * that they or the product printed. The build runs it last, by name.
 */
class LeftBehindCheck {
  private static final List<String> MODULES =
      List.of("qasm-export", "local-sim", "client", "integration-tests");

  /** Reports with the output of tests, temporary files, pictures. */
  private static final List<String> WRITTEN =
      List.of("surefire-reports", "failsafe-reports", "tmp", "screenshots");

  private static final int FEWEST_FILES = 1000;
  private static final int FEWEST_DATABASES = 50;
  private static final int MOST_INPUTS = 100;

  private static Path target(String module) {
    return ProductProcess.root().resolve(module).resolve("target");
  }

  @Test
  void noSecretInAnythingThatTestsWrote() throws IOException {
    SecretSearch search = new SecretSearch();
    for (String module : MODULES) {
      int before = search.files();
      for (String folder : WRITTEN) {
        search.folder(target(module).resolve(folder));
      }
      System.out.printf("%s: %,d files%n", module, search.files() - before);
      assertThat(search.files() - before).as("reports of %s", module).isGreaterThan(10);
    }
    System.out.printf(
        "searched %,d files, %,d of them databases; left out %,d inputs of tests%n",
        search.files(), search.databases(), search.inputs());

    assertThat(search.finds()).isEmpty();
    assertThat(search.files()).isGreaterThan(FEWEST_FILES);
    assertThat(search.databases()).isGreaterThan(FEWEST_DATABASES);
    assertThat(search.inputs()).isBetween(1, MOST_INPUTS);
  }

  /** A secret without the mark would not be found. */
  @Test
  void keysAndTokensInTestsCarryTheMark() throws IOException {
    Pattern literal =
        Pattern.compile(
            "(?:Secret\\.of\\(\"|access_token\", \"|access_token\\\\\":\\\\\")(\\w[^\"\\\\]+)");
    List<String> bare = new ArrayList<>();
    int sources = 0;
    for (String module : MODULES) {
      try (Stream<Path> walk = Files.walk(ProductProcess.root().resolve(module + "/src/test"))) {
        for (Path file : walk.filter(path -> path.toString().endsWith(".java")).toList()) {
          sources++;
          Matcher found = literal.matcher(Files.readString(file));
          while (found.find()) {
            if (!found.group(1).contains(TestSecrets.MARK)) {
              bare.add(file.getFileName() + ": " + found.group());
            }
          }
        }
      }
    }
    assertThat(sources).isGreaterThan(100);
    assertThat(bare).isEmpty();
  }
}
