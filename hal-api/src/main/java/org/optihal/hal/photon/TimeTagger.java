package org.optihal.hal.photon;

import java.util.Optional;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.Picos;

/** Says when each pulse came. No device uses it yet. */
public interface TimeTagger extends PulseCounter {
  Sensor<Picos> resolution();

  Optional<Control<ReferenceClock>> referenceClock();

  /**
   * Starts to stream.
   *
   * @throws org.optihal.hal.error.HalException CONFLICT naming who counts or streams already, where
   *     the device cannot do both
   */
  TagStream stream(String holder, Deadline deadline);
}
