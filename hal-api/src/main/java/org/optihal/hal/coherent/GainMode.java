package org.optihal.hal.coherent;

/** Who sets the gain of a receiver's amplifiers. */
public enum GainMode {
  MANUAL,
  AUTOMATIC
}
