package org.optihal.hal.coherent;

import java.util.Optional;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.ReadingSet;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.OpticalPower;

/**
 * A coherent receiver that demodulates by itself, as in a pluggable module. No device uses it yet.
 */
public interface CoherentReceiver extends Facet {
  Sensor<ReceiverLock> lock();

  /** All light that comes in. */
  Sensor<OpticalPower> totalInputPower();

  /** Light within the received channel. */
  Optional<Sensor<OpticalPower>> signalInputPower();

  Sensor<Frequency> localOscillatorFrequency();

  /**
   * The laser that serves as local oscillator: tuning it moves the receiver, and the transmitter
   * too where both share it.
   */
  Address localOscillator();

  /**
   * The signal's metrics over one interval that the module closed for all of them, by the tail of
   * the points under which each can be read alone: {@code chromaticDispersion}, {@code
   * differentialGroupDelay}, {@code polarizationDependentLoss}, {@code osnr}, {@code
   * carrierFrequencyOffset}, {@code preFecBitErrorRatio} and others as far as the module has them.
   */
  ReadingSet metrics(Deadline deadline);
}
