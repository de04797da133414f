package org.optihal.hal.modulator;

/** The load that a generator assumes; its volts are wrong by up to two with another one. */
public enum LoadImpedance {
  OHM_50,
  OHM_75,
  /** Open circuit. */
  HIGH
}
