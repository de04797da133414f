package org.optihal.hal.laser;

/** What a sensor saw; the reading's context names the sensor and its floor. */
public enum LightState {
  EMITTING,
  /** No emission seen, down to the floor in the context. */
  NONE_SEEN,
  /** Nobody looked, or what was seen contradicts itself. */
  UNKNOWN
}
