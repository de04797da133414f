package org.optihal.hal.modulator;

import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Act;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.Voltage;

/**
 * Keeps one electrode of an interferometric modulator at its operating point; an IQ modulator has
 * three, as units. A modulator without bias, such as a Sagnac encoder, has none. No device uses it
 * yet.
 */
public interface BiasController extends Facet {
  Control<OperatingPoint> operatingPoint();

  /**
   * What {@link #operatingPoint} accepts; before the device was connected, what the data sheet
   * says.
   */
  BiasCapability biasCapability();

  /** A claim of the device unless the reading's source is MEASURED. */
  Sensor<LockState> lock();

  /** Voltage at the electrode now. */
  Optional<Sensor<Voltage>> biasVoltage();

  /** Power behind the modulator, as its tap sees it. */
  Optional<Sensor<OpticalPower>> tapPower();

  /** Peak to peak. */
  Optional<Control<Voltage>> ditherAmplitude();

  Optional<Control<Frequency>> ditherFrequency();

  /** Sweeps the bias to learn the curve: the output goes through every power on the way. */
  Optional<Act> calibrate();
}
