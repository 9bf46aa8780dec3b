package io.qhyper.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Plants a secret in each form; the folder goes away, or the last check would find it. */
class SecretSearchTest {
  private static final byte[] PLAIN = ("Bearer " + TestSecrets.TOKEN).getBytes(UTF_8);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private Path folder;

  private interface Packer {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] bytes, Packer packer) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(new byte[] {0, 1, 2});
    try (OutputStream out = packer.over(all)) {
      out.write(bytes);
    }
    return all.toByteArray();
  }

  @Test
  void findsPlainAndUrlEncodedAndWideText() {
    String key = TestSecrets.KEY + "+/=";
    assertThat(SecretSearch.forms(PLAIN)).contains("plain");
    assertThat(SecretSearch.forms(URLEncoder.encode(key, UTF_8).getBytes(UTF_8))).contains("plain");
    assertThat(SecretSearch.forms(key.replace("-", "%2D").getBytes(UTF_8))).isNotEmpty();
    assertThat(SecretSearch.forms(key.getBytes(java.nio.charset.StandardCharsets.UTF_16LE)))
        .containsExactly("UTF-16");
    assertThat(SecretSearch.forms(key.getBytes(java.nio.charset.StandardCharsets.UTF_16BE)))
        .containsExactly("UTF-16");
  }

  @Test
  void findsBase64WhereverTheSecretStands() {
    for (int before = 0; before < 6; before++) {
      for (int after = 0; after < 3; after++) {
        byte[] text = ("~".repeat(before) + TestSecrets.KEY + "?".repeat(after)).getBytes(UTF_8);
        assertThat(SecretSearch.forms(Base64.getEncoder().encode(text))).containsExactly("Base64");
        assertThat(SecretSearch.forms(Base64.getUrlEncoder().withoutPadding().encode(text)))
            .containsExactly("Base64");
      }
    }
  }

  @Test
  void findsWhatIsPacked() throws IOException {
    byte[] base64 = Base64.getEncoder().encode(PLAIN);
    Deflater raw = new Deflater(Deflater.BEST_COMPRESSION, true);
    byte[] gzip = packed(PLAIN, GZIPOutputStream::new);

    assertThat(SecretSearch.forms(gzip)).containsExactly("packed plain");
    assertThat(SecretSearch.forms(packed(base64, DeflaterOutputStream::new)))
        .containsExactly("packed Base64");
    byte[] headless = packed(PLAIN, out -> new DeflaterOutputStream(out, raw));
    assertThat(SecretSearch.forms(java.util.Arrays.copyOfRange(headless, 3, headless.length)))
        .containsExactly("packed plain");
    assertThat(SecretSearch.forms(packed(gzip, DeflaterOutputStream::new))).isNotEmpty();
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write(PLAIN);
    }
    assertThat(SecretSearch.forms(archive.toByteArray())).contains("zipped plain");
  }

  /** A payload of many pages, so that it is in pieces in the file. */
  @Test
  void findsWhatIsPackedInADatabase() throws Exception {
    StringBuilder payload = new StringBuilder();
    new Random(1).longs(5_000).forEach(number -> payload.append(Long.toHexString(number)));
    payload.append(new String(PLAIN, UTF_8));
    write(
        folder.resolve("journal.db"),
        packed(payload.toString().getBytes(UTF_8), GZIPOutputStream::new));

    SecretSearch search = new SecretSearch();
    search.folder(folder);

    assertThat(search.databases()).isEqualTo(1);
    assertThat(search.finds()).singleElement().asString().endsWith("journal.db: packed plain");
  }

  private static void write(Path file, byte[] payload) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.createStatement().execute("CREATE TABLE result (id INTEGER, payload BLOB)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO result VALUES (1, ?)")) {
        insert.setBytes(1, payload);
        insert.execute();
      }
    }
  }

  @Test
  void leavesOutInputsAndFindsNothingWhereNothingIs() throws IOException {
    Files.write(folder.resolve("secret-input-key"), PLAIN);
    Files.writeString(folder.resolve("clean"), "nobody may see this");
    Files.createDirectories(folder.resolve("secret-input-folder"));
    Files.write(folder.resolve("secret-input-folder").resolve("log"), PLAIN);

    SecretSearch search = new SecretSearch();
    search.folder(folder);
    search.folder(folder.resolve("absent"));

    assertThat(search.inputs()).isEqualTo(1);
    assertThat(search.files()).isEqualTo(2);
    assertThat(search.finds()).singleElement().asString().contains("log: plain");
  }
}
