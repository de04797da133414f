package org.optihal.testkit.ideal;

import java.util.List;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.EmulationProvider;
import org.optihal.hal.spi.OptionDeclaration;

/** An emulation that has nothing to emulate: ideal lasers are models already. */
public final class IdealEmulationProvider implements EmulationProvider {
  @Override
  public List<OptionDeclaration<?>> options(String driver) {
    return List.of();
  }

  @Override
  public Emulation create(Bench bench, long seed, HalClock clock) {
    return new IdealEmulation(bench, seed, clock);
  }
}
