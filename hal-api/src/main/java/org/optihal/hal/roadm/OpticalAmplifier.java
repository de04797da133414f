package org.optihal.hal.roadm;

import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.Current;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.OpticalPower;

/**
 * One stage of an optical amplifier. Each mode has a set point of its own kind; a set point of
 * another mode is only stored. It makes light without any input. No device uses it yet.
 */
public interface OpticalAmplifier extends Facet {
  /** This stage; a master switch is a further point of the device. */
  Control<Boolean> enabled();

  /** Absent with a single mode. {@code disturbance} tells whether selecting drops the output. */
  Optional<Control<AmplifierMode>> mode();

  /** For CONSTANT_CURRENT. */
  Optional<Control<Current>> pumpCurrent();

  /** For CONSTANT_LEVEL. */
  Optional<Control<OpticalPower>> level();

  /** For CONSTANT_POWER. */
  Optional<Control<OpticalPower>> power();

  /** For CONSTANT_GAIN. */
  Optional<Control<Decibel>> gain();

  Optional<Sensor<OpticalPower>> inputPower();

  Optional<Sensor<OpticalPower>> outputPower();
}
