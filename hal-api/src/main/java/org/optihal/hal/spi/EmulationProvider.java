package org.optihal.hal.spi;

import org.optihal.hal.bench.Bench;
import org.optihal.hal.clock.HalClock;

/** Makes emulations; there is at most one on the class path. */
public interface EmulationProvider {
  /**
   * Builds every device of a bench as an emulator on the same wiring.
   *
   * @param seed of all random numbers
   * @param clock a virtual clock, entered by the caller, makes the emulation deterministic; a real
   *     one makes it live
   * @throws org.optihal.hal.error.HalException CONFIGURATION when a driver has no emulator
   */
  Emulation create(Bench bench, long seed, HalClock clock);
}
