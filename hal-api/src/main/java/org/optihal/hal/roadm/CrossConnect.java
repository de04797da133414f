package org.optihal.hal.roadm;

/** A path and what is done to its light. */
public record CrossConnect(SwitchPath path, PortControl control) {
  @Override
  public String toString() {
    return path + " " + control;
  }
}
