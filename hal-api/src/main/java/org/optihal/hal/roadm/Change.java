package org.optihal.hal.roadm;

/** One change of a fabric. */
public sealed interface Change {
  /** The path it touches, as it is before the change. */
  SwitchPath path();

  /** Makes a new cross-connect. */
  record Add(CrossConnect crossConnect) implements Change {
    @Override
    public SwitchPath path() {
      return crossConnect.path();
    }
  }

  /** Takes a cross-connect away. */
  record Remove(SwitchPath path) implements Change {}

  /** Moves a cross-connect to another part of the spectrum. */
  record Retune(SwitchPath path, Spectrum spectrum) implements Change {}

  /** Changes what is done to the light. */
  record SetControl(SwitchPath path, PortControl control) implements Change {}
}
