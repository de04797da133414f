package org.optihal.hal.point;

/** What a change does to the light on its way to the new value. */
public enum Disturbance {
  NONE,
  /** Moves smoothly from the old to the new value. */
  SMOOTH,
  /** May pass through other values, other ports or other frequencies. */
  GLITCH,
  /** Dark while it changes. */
  DARK_DURING,
  UNKNOWN
}
