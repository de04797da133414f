package org.optihal.hal.roadm;

import org.optihal.hal.device.Facet;
import org.optihal.hal.modulator.PowerOffState;
import org.optihal.hal.point.Control;

/** Blocks light, or lets it through. No device uses it yet. */
public interface Shutter extends Facet {
  /** A claim of the device: a closed shutter is no statement about light. */
  Control<ShutterPosition> position();

  PowerOffState powerOffState();
}
