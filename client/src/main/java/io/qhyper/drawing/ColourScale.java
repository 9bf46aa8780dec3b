package io.qhyper.drawing;

import java.util.Locale;

/**
 * Colours from dark blue to yellow, after cividis (Nuñez, Anderton and Renslow, PLoS ONE 13,
 * e0199239, 2018): the brightness rises evenly, so that they keep their order without colour, too.
 */
final class ColourScale {
  private static final int[][] STOPS = {
    {0x00, 0x22, 0x4e},
    {0x43, 0x4e, 0x6c},
    {0x7d, 0x7c, 0x78},
    {0xbc, 0xae, 0x6c},
    {0xfe, 0xe8, 0x38}
  };

  private ColourScale() {}

  /**
   * A colour.
   *
   * @param part in [0, 1]; what is outside is taken as the nearer end
   */
  static String at(double part) {
    double place = Math.max(0, Math.min(1, part)) * (STOPS.length - 1);
    int below = Math.min((int) place, STOPS.length - 2);
    double rest = place - below;
    int[] rgb = new int[3];
    for (int i = 0; i < 3; i++) {
      rgb[i] = (int) Math.round((1 - rest) * STOPS[below][i] + rest * STOPS[below + 1][i]);
    }
    return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
  }
}
