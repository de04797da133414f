package org.optihal.hal.photon;

import java.time.Duration;
import org.optihal.hal.instrument.Acquisition;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.point.ReadingSet;

/** Counting under way; its window stays as long as somebody holds it. */
public interface Counting extends Acquisition {
  Duration window();

  /**
   * The next full window: counts by the tail of the points they belong to. Cancelling aborts the
   * device's own wait.
   */
  Operation<ReadingSet> next();
}
