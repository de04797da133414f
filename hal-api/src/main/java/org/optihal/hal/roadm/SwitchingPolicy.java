package org.optihal.hal.roadm;

/** In which order a fabric changes. */
public enum SwitchingPolicy {
  BREAK_BEFORE_MAKE,
  MAKE_BEFORE_BREAK,
  AS_DEVICE
}
