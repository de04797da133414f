package org.optihal.hal.instrument;

import java.time.Duration;
import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Act;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.OpticalPower;

/** An optical power meter. No device uses it yet. */
public interface PowerMeter extends Facet {
  /**
   * May be negative near the offset. The reading's context carries the {@code wavelength} it was
   * corrected for.
   */
  Sensor<OpticalPower> power();

  /**
   * The light's frequency, for the head's responsivity; whoever changes it changes every reading.
   */
  Control<Frequency> wavelength();

  Optional<Control<OpticalPower>> range();

  Optional<Control<Boolean>> autoRange();

  Optional<Control<Duration>> averaging();

  /** Measures the offset. The caller makes it dark first, or the light becomes the zero. */
  Optional<Act> zero();
}
