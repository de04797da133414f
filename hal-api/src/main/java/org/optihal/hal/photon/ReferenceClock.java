package org.optihal.hal.photon;

/** Where a tagger takes its time base from. */
public enum ReferenceClock {
  /** External when one is there. */
  AUTO,
  INTERNAL,
  EXTERNAL
}
