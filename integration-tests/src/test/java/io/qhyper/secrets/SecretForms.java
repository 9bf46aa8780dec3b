package io.qhyper.secrets;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The mark of secrets in the forms in which a secret can be written down. */
final class SecretForms {
  /** A name for people, and the characters, one for each byte. */
  private record Form(String name, String text) {}

  private static final List<Form> FORMS = forms();
  private static final boolean[] BEGINNINGS = beginnings();

  private SecretForms() {}

  private static List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    // URL encoding leaves letters and hyphens alone, so this finds URL-encoded secrets too.
    forms.add(new Form("plain", TestSecrets.MARK));
    forms.add(new Form("URL-encoded hyphens", TestSecrets.MARK.replace("-", "%2D")));
    forms.add(new Form("URL-encoded hyphens", TestSecrets.MARK.replace("-", "%2d")));
    forms.add(new Form("UTF-16", bytes(TestSecrets.MARK, StandardCharsets.UTF_16LE)));
    for (int before = 0; before < 3; before++) {
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        Form form = new Form("Base64", base64(before, encoder));
        if (!forms.contains(form)) {
          forms.add(form);
        }
      }
    }
    return List.copyOf(forms);
  }

  private static String bytes(String text, Charset charset) {
    return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  /**
   * The characters that depend on the mark alone when so many bytes modulo 3 come before it: the
   * first and the last ones share bits with its neighbours.
   */
  private static String base64(int before, Base64.Encoder encoder) {
    byte[] mark = TestSecrets.MARK.getBytes(StandardCharsets.US_ASCII);
    byte[] padded = new byte[before + mark.length];
    System.arraycopy(mark, 0, padded, before, mark.length);
    String text = encoder.withoutPadding().encodeToString(padded);
    int first = (before * 8 + 5) / 6;
    int end = padded.length * 8 / 6;
    return text.substring(first, end);
  }

  /** By the first two bytes whether a form begins so: most places are passed at one look. */
  private static boolean[] beginnings() {
    boolean[] begins = new boolean[1 << 16];
    FORMS.forEach(
        form -> begins[pair((byte) form.text().charAt(0), (byte) form.text().charAt(1))] = true);
    return begins;
  }

  private static int pair(byte first, byte second) {
    return (first & 0xff) << 8 | (second & 0xff);
  }

  /** The names of all forms in which a secret stands in these bytes as they are. */
  static Set<String> in(byte[] bytes) {
    Set<String> found = new TreeSet<>();
    for (int at = 0; at + 1 < bytes.length; at++) {
      if (BEGINNINGS[pair(bytes[at], bytes[at + 1])]) {
        for (Form form : FORMS) {
          if (isAt(form.text(), bytes, at)) {
            found.add(form.name());
          }
        }
      }
    }
    return found;
  }

  private static boolean isAt(String text, byte[] bytes, int at) {
    if (at + text.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if ((bytes[at + i] & 0xff) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
