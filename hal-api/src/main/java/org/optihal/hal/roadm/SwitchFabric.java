package org.optihal.hal.roadm;

import java.util.List;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Facet;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.point.Sensor;

/**
 * Ports and the cross-connects between them: a fiber switch, a wavelength-selective switch, a 1xN
 * switch. No device uses it yet.
 */
public interface SwitchFabric extends Facet {
  List<RoadmPort> ports();

  Atomicity atomicity();

  Hitless hitless();

  /**
   * Whether a path also passes light from out to in: back-reflections and backflash take it too.
   */
  boolean isReciprocal();

  /** Grows with every change seen; cheap to watch. */
  Sensor<Long> revision();

  /** Asks the device for its whole table. */
  FabricState state(Deadline deadline);

  /** Reads the state, and says what the changes would do; the light stays as it is. */
  Plan plan(ChangeSet changes, Deadline deadline);

  /**
   * Plans again, then applies. A failure in between is a result, not an exception; nothing is
   * rolled back that would open light.
   *
   * @throws org.optihal.hal.error.HalException CONFLICT or INTERLOCKED before a byte is sent
   */
  Operation<ChangeResult> apply(ChangeSet changes, Deadline deadline);
}
