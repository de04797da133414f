package org.optihal.protocols.itla;

/** Bits of register ResEna. */
public final class ResEna {
  /** MR: restarts the module. */
  public static final int MODULE_RESET = 1;

  /** SR: soft reset; what it keeps that {@link #MODULE_RESET} does not is not known. */
  public static final int SOFT_RESET = 1 << 1;

  /** SENA: makes light while set. */
  public static final int OUTPUT_ENABLE = 1 << 3;

  private ResEna() {}
}
