package org.optihal.hal.modulator;

/** Which way the power goes when the bias voltage rises. */
public enum Slope {
  POSITIVE,
  NEGATIVE
}
