package org.optihal.hal.coherent;

import java.util.Optional;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.instrument.Acquisition;

/** Frames, pulled one by one; a slow reader finds in the next frame how many it missed. */
public interface FrameStream extends Acquisition {
  /** The next frame; empty when the deadline passed. */
  Optional<QuadratureFrame> next(Deadline deadline);
}
