package org.optihal.hal.modulator;

import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Act;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.OpticalPower;

/**
 * A variable attenuator, whatever moves it: a motor, a modulator, a voltage from a DAC. Where
 * nothing measures, its readings are SETPOINT and unknown at power-up. No device uses it yet.
 */
public interface VariableAttenuator extends Facet {
  /** Attenuation it is told to make, in mode ATTENUATION; in the other mode it is only stored. */
  Control<Attenuation> attenuation();

  PowerOffState powerOffState();

  /** Absent where it only attenuates. */
  Optional<Control<AttenuatorMode>> mode();

  /** Power it is told to let out, in mode OUTPUT_POWER. */
  Optional<Control<OpticalPower>> power();

  Optional<Sensor<Attenuation>> measuredAttenuation();

  Optional<Sensor<OpticalPower>> inputPower();

  Optional<Sensor<OpticalPower>> outputPower();

  /** Optical frequency for which the attenuation is calibrated. */
  Optional<Control<Frequency>> wavelength();

  /** Finds the reference position; passes through any attenuation on the way. */
  Optional<Act> home();
}
