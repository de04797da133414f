package org.optihal.hal.coherent;

import java.util.List;
import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.Voltage;

/**
 * Photodiodes and amplifiers in front of a digitizer: a balanced detector, or an integrated
 * coherent receiver whose pins a board drives. Lists are empty where pins are not connected. No
 * device uses it yet.
 */
public interface ReceiverFrontEnd extends Facet {
  /** Light at each photodiode, from its slow monitor. */
  List<Sensor<OpticalPower>> monitorPowers();

  /** Output amplitude of each amplifier, as its peak detector tells. */
  List<Sensor<Voltage>> peaks();

  /** Voltage at each gain pin; no law from volts to decibels is public. */
  List<Control<Voltage>> gains();

  Optional<Control<GainMode>> gainMode();

  Optional<Control<Boolean>> shutdown();
}
