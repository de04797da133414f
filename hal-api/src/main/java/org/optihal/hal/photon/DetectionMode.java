package org.optihal.hal.photon;

/** When a detector can count. */
public enum DetectionMode {
  FREE_RUNNING,
  GATED
}
