package org.optihal.hal.instrument;

import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Control;
import org.optihal.hal.quantity.Picos;
import org.optihal.hal.quantity.Voltage;

/** One output of a delay generator, as a unit. No device uses it yet. */
public interface DelayOutput extends Facet {
  /** From the trigger to the leading edge. */
  Control<Picos> delay();

  Optional<Control<Boolean>> enabled();

  Optional<Control<Picos>> width();

  Optional<Control<Voltage>> amplitude();
}
