package org.optihal.hal.modulator;

import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.Current;
import org.optihal.hal.quantity.Voltage;

/** One voltage output: a channel of a DC source or of a DAC. No device uses it yet. */
public interface VoltageSource extends Facet {
  /** Its reading is a SETPOINT where the chip cannot be read back. */
  Control<Voltage> voltage();

  Optional<Control<Boolean>> enabled();

  Optional<Sensor<Current>> current();

  Optional<Control<Current>> currentLimit();
}
