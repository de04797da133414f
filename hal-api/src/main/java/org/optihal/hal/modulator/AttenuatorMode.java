package org.optihal.hal.modulator;

/** What an attenuator keeps constant. */
public enum AttenuatorMode {
  ATTENUATION,
  OUTPUT_POWER
}
