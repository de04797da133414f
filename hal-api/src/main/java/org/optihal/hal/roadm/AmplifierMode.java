package org.optihal.hal.roadm;

/** What an amplifier keeps constant; other names are those on front panels. */
public enum AmplifierMode {
  /** ACC: the pump current. */
  CONSTANT_CURRENT,
  /** ALC: the signal level at the output. */
  CONSTANT_LEVEL,
  /** APC: the total power at the output. */
  CONSTANT_POWER,
  /** AGC. */
  CONSTANT_GAIN
}
