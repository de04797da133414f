package org.optihal.hal.instrument;

import java.util.List;
import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Act;
import org.optihal.hal.point.Sensor;

/**
 * Watches an interlock circuit. It can be read and re-armed; there is no way to bypass it here, and
 * watching it protects nobody. No device uses it yet.
 */
public interface Interlock extends Facet {
  Sensor<InterlockState> state();

  List<Sensor<ContactState>> inputs();

  /** Ends LATCHED; refused while an input is open. Absent where the device re-arms itself. */
  Optional<Act> rearm();
}
