package org.optihal.hal.photon;

import org.optihal.hal.clock.Deadline;
import org.optihal.hal.instrument.Acquisition;

/** Time tags, pulled in batches; a slow reader finds its losses in the batch, at their place. */
public interface TagStream extends Acquisition {
  /**
   * Empties the batch, waits for tags, and fills in at most its capacity. It is still empty when
   * the deadline passed.
   *
   * @return false when the stream ended and nothing more will come
   * @throws org.optihal.hal.error.HalException what the link says
   */
  boolean next(TagBatch batch, Deadline deadline);
}
