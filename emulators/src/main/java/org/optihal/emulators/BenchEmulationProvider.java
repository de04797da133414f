package org.optihal.emulators;

import java.util.List;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.EmulationProvider;
import org.optihal.hal.spi.OptionDeclaration;

/** Builds a bench from the installed emulators. */
public final class BenchEmulationProvider implements EmulationProvider {
  @Override
  public List<OptionDeclaration<?>> options(String driver) {
    return Emulators.installed().options(driver);
  }

  @Override
  public Emulation create(Bench bench, long seed, HalClock clock) {
    return new BenchEmulation(bench, seed, clock, Emulators.installed());
  }
}
