package org.optihal.protocols.itla;

/**
 * The three masks that choose which status bits request service, count as fatal, or raise the
 * alarm.
 *
 * <p>A mask has a layout of its own, see {@link #sources}: bits 3:0 select the latched bits of
 * StatusF, bits 11:8 the latched bits of StatusW, bits 7:4 and 12 what both registers share.
 */
public enum TriggerMask {
  SRQ(ItlaRegister.SRQT, 0x1FFF, 0x1FBF),
  FATAL(ItlaRegister.FATAL_T, 0x0F2F, 0x000F),
  ALARM(ItlaRegister.ALM_T, 0x0F0F, 0x0D0D);

  private static final int CONDITIONS = 0x000F;
  private static final int WARNING_SHIFT = 8;
  private static final int SHARED = 0x10F0;

  private final ItlaRegister register;
  private final int settable;
  private final int assumedDefault;

  TriggerMask(ItlaRegister register, int settable, int assumedDefault) {
    this.register = register;
    this.settable = settable;
    this.assumedDefault = assumedDefault;
  }

  /** The register that holds the mask. */
  public ItlaRegister register() {
    return register;
  }

  /** The bits that have a meaning. */
  public int settable() {
    return settable;
  }

  /** Assumed: the mask after power-up; no public client states or checks it. */
  public int assumedDefault() {
    return assumedDefault;
  }

  /** Both status words brought into the layout of a mask, ready to be and-ed with one. */
  public static int sources(StatusWord fatal, StatusWord warning) {
    return (fatal.word() & (CONDITIONS | SHARED))
        | ((warning.word() & CONDITIONS) << WARNING_SHIFT);
  }
}
