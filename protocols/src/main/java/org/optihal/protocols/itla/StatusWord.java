package org.optihal.protocols.itla;

import java.util.EnumSet;
import java.util.Set;

/** The data word of StatusF or StatusW. */
public record StatusWord(int word) {
  /** Written to StatusF or StatusW, clears its latched bits. */
  public static final int CLEAR_LATCHES = 0x00FF;

  /** Takes a word of 0..0xFFFF. */
  public StatusWord {
    Words.require(word);
  }

  /** The word in which exactly {@code bits} are set. */
  public static StatusWord of(Set<StatusBit> bits) {
    int word = 0;
    for (StatusBit bit : bits) {
      word |= bit.mask();
    }
    return new StatusWord(word);
  }

  /** Whether {@code bit} is set. */
  public boolean has(StatusBit bit) {
    return (word & bit.mask()) != 0;
  }

  /** The bits that are set, in the order of their position. */
  public Set<StatusBit> bits() {
    EnumSet<StatusBit> bits = EnumSet.noneOf(StatusBit.class);
    for (StatusBit bit : StatusBit.values()) {
      if (has(bit)) {
        bits.add(bit);
      }
    }
    return bits;
  }
}
