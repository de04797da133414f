package org.optihal.protocols.itla;

/** Bits of register MCB. */
public final class Mcb {
  /** ADT: the alarm stays active while the laser tunes. */
  public static final int ALARM_DURING_TUNING = 1 << 1;

  /** SDF: a fatal condition turns the output off. */
  public static final int SHUTDOWN_ON_FATAL = 1 << 2;

  /** Assumed: the word after power-up. */
  public static final int ASSUMED_DEFAULT = ALARM_DURING_TUNING;

  private Mcb() {}
}
