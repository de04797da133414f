package org.optihal.hal.laser;

import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.OpticalPower;

/**
 * Any laser. Whether it was told to emit, what a sensor saw, and which power it was told to make
 * are three things; none is taken for another.
 */
public interface Laser extends Facet {
  /**
   * Whether the device was told to emit. Its reading is a claim of the device, no statement about
   * light.
   */
  Control<Boolean> enabled();

  /** What a sensor saw of the light. */
  Sensor<LightState> light();

  /**
   * Power measured at the output; BELOW_RANGE at the monitor's floor, which is never the same as
   * dark.
   */
  Optional<Sensor<OpticalPower>> outputPower();
}
