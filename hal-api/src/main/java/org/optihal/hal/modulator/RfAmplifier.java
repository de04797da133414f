package org.optihal.hal.modulator;

import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Control;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.Ratio;
import org.optihal.hal.quantity.Voltage;

/** Drives a modulator's electrode. No device uses it yet. */
public interface RfAmplifier extends Facet {
  Control<Boolean> enabled();

  Optional<Control<Mode>> mode();

  /** In mode LINEAR. */
  Optional<Control<Decibel>> gain();

  /** Output swing, peak to peak, in mode LIMITING. */
  Optional<Control<Voltage>> swing();

  /** Shift of the eye crossing, -100 % to 100 % of the device's range. */
  Optional<Control<Ratio>> crossing();

  /** What it does with the amplitude of its input. */
  enum Mode {
    /** Follows it: analog signals. */
    LINEAR,
    /** Ignores it: digital signals. */
    LIMITING
  }
}
