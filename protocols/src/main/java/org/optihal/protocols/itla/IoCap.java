package org.optihal.protocols.itla;

import org.jspecify.annotations.Nullable;

/** The data word of register IOCap: bits 7:4 the line speed in use. */
public record IoCap(int word) {
  /** Assumed: toggling the MS* pin returns the line to its default speed. */
  public static final int RESET_ON_SELECT = 1 << 12;

  private static final int CURRENT_SHIFT = 4;
  private static final int CODE_MASK = 0xF;

  /** Takes a word of 0..0xFFFF. */
  public IoCap {
    Words.require(word);
  }

  /** The word that a host writes to switch to {@code speed}, which takes effect at once. */
  public static IoCap select(BaudCode speed) {
    return new IoCap(speed.code() << CURRENT_SHIFT);
  }

  /** The word that a module reports. */
  public static IoCap report(BaudCode current, BaudCode fastest) {
    return new IoCap((current.code() << CURRENT_SHIFT) | fastest.code());
  }

  /** The line speed in use, or null for a code without known meaning. */
  public @Nullable BaudCode current() {
    return BaudCode.of((word >>> CURRENT_SHIFT) & CODE_MASK);
  }

  /** Assumed: bits 3:0 name the fastest line speed; null for a code without known meaning. */
  public @Nullable BaudCode fastest() {
    return BaudCode.of(word & CODE_MASK);
  }
}
