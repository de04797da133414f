package org.optihal.hal.modulator;

/** What an attenuator or a shutter does to the light when it loses its supply. */
public enum PowerOffState {
  /** Lets light through: counts as 0 dB for safety. */
  OPEN,
  CLOSED,
  /** Stays where it was. */
  HOLDS,
  UNKNOWN
}
