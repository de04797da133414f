package org.optihal.hal.photon;

import java.time.Duration;
import java.util.List;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Facet;

/** Counts pulses on inputs that share one window. No device uses it yet. */
public interface PulseCounter extends Facet {
  List<PulseInput> inputs();

  /**
   * Starts to count. Holders who ask for the same window share it.
   *
   * @throws org.optihal.hal.error.HalException CONFLICT naming who holds another window or a stream
   */
  Counting count(Duration window, String holder, Deadline deadline);
}
