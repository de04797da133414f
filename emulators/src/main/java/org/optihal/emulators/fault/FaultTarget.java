package org.optihal.emulators.fault;

import java.util.List;

/** What can go wrong in a device model; called under the emulation's monitor. */
public interface FaultTarget {
  /** What can go wrong in it, beyond its wires. */
  List<FaultKind> faults();

  /**
   * Refuses parameters that have the right type and make no sense to {@link #fault}.
   *
   * @throws org.optihal.hal.error.HalException CONFIGURATION
   */
  void check(FaultStep step);

  /** Makes one of {@link #faults} happen now; the step has been checked. */
  void fault(FaultStep step, long nanos);
}
