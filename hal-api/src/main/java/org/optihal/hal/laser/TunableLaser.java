package org.optihal.hal.laser;

import java.util.Optional;
import org.optihal.hal.point.Control;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.OpticalPower;

/** A laser whose frequency and power are set as such, not through currents and temperatures. */
public interface TunableLaser extends Laser {
  /**
   * Optical frequency. A device that knows channels, grids and offsets picks among them; {@code
   * disturbance} tells whether a change would go through the dark.
   */
  Control<Frequency> frequency();

  /** Power it is told to make. */
  Control<OpticalPower> power();

  /** A shift around the tuned frequency, without losing lock. */
  Optional<Control<FrequencyOffset>> fineTune();
}
