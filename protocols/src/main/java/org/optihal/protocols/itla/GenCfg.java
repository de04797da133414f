package org.optihal.protocols.itla;

/** Bits of register GenCfg. */
public final class GenCfg {
  /** Assumed: writing it makes the present settings those of the next power-up. */
  public static final int SAVE = 1 << 15;

  private GenCfg() {}
}
