package org.optihal.protocols.itla;

import java.util.Locale;

/** Range checks shared by everything that travels in the 16 data bits of a packet. */
final class Words {
  static final int MASK = 0xFFFF;

  private Words() {}

  /** Returns {@code word}, or refuses a value that 16 unsigned bits cannot carry. */
  static int require(int word) {
    if ((word & ~MASK) != 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "ITLA data must be 0..0xFFFF, got %d", word));
    }
    return word;
  }
}
