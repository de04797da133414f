package org.optihal.hal.instrument;

import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Control;
import org.optihal.hal.quantity.Voltage;

/** One input of a digitizer, as a unit. No device uses it yet. */
public interface DigitizerInput extends Facet {
  Control<Boolean> enabled();

  /** From the lowest to the highest voltage it can tell apart. */
  Control<Voltage> fullScale();

  Optional<Control<Voltage>> offset();
}
