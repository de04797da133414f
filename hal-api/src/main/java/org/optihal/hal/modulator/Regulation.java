package org.optihal.hal.modulator;

/** How an operating point is kept. */
public enum Regulation {
  /** A dither tone on the bias finds and follows the point. */
  AUTO_DITHER,
  /** The ratio of input to output power is kept, without a tone. */
  HOLD_RATIO,
  /** Set once; it drifts. */
  OPEN
}
