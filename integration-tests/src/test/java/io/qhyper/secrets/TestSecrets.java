package io.qhyper.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The keys and tokens of tests. All carry one mark, for which the end of the build searches
 * everything that tests wrote.
 */
public final class TestSecrets {
  /** The mark: letters and hyphens, which URLs and JSON leave as they are. */
  public static final String MARK = "NOBODY-MAY-SEE";

  /** An API key. */
  public static final String KEY = "api-key-THAT-" + MARK;

  /** An access token. */
  public static final String TOKEN = "token-THAT-" + MARK;

  private TestSecrets() {}

  /** A place for a file that is meant to hold a secret: the search leaves such names out. */
  public static Path input(Path folder, String name) {
    return folder.resolve("secret-input-" + name);
  }

  /** A file with the API key, for its owner only. */
  public static Path keyFile(Path folder) throws IOException {
    Path file = Files.writeString(input(folder, "key"), KEY);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
