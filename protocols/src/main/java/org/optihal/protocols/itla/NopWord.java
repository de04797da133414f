package org.optihal.protocols.itla;

import java.util.Locale;

/** The data word of register NOP: bits 15:8 pending, 4 ready, 3:0 error of the last refusal. */
public record NopWord(int word) {
  /** Ready, nothing pending, no error: several clients wait for exactly this word. */
  public static final int IDLE = 0x0010;

  private static final int READY = 1 << 4;
  private static final int PENDING_SHIFT = 8;
  private static final int PENDING_MASK = 0xFF;

  /** Takes a word of 0..0xFFFF; bits 7:5 have no known meaning and are kept as they are. */
  public NopWord {
    Words.require(word);
  }

  /** Builds the word from {@code pending}, 0..0xFF, and the other two fields. */
  public static NopWord of(int pending, boolean ready, ItlaError error) {
    if ((pending & ~PENDING_MASK) != 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "ITLA pending flags must be 0..0xFF, got %d", pending));
    }
    return new NopWord((pending << PENDING_SHIFT) | (ready ? READY : 0) | error.code());
  }

  /** One bit for each operation under way, 0 when there is none; which bit is up to the module. */
  public int pending() {
    return word >>> PENDING_SHIFT;
  }

  /** Whether any operation is under way. */
  public boolean isPending() {
    return pending() != 0;
  }

  /** MRDY: whether the module is through with its start-up. */
  public boolean isReady() {
    return (word & READY) != 0;
  }

  /** Why the last refused command was refused. */
  public ItlaError error() {
    return ItlaError.of(word);
  }
}
