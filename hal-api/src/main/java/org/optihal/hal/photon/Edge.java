package org.optihal.hal.photon;

/** The edge of a pulse that counts. */
public enum Edge {
  RISING,
  FALLING
}
