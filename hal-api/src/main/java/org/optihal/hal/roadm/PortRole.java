package org.optihal.hal.roadm;

/** What a port is for. */
public enum PortRole {
  LINE,
  EXPRESS,
  ADD,
  DROP,
  MONITOR,
  /** A port of a switch that knows no roles. */
  FIBER
}
