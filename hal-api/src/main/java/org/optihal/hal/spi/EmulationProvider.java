package org.optihal.hal.spi;

import java.util.List;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.clock.HalClock;

/** Makes emulations; there is at most one on the class path. */
public interface EmulationProvider {
  /**
   * What the emulator of a driver can be told, beside the driver's own options; empty without one.
   */
  List<OptionDeclaration<?>> options(String driver);

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
