package org.optihal.config;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.optihal.hal.spi.EmulationProvider;
import org.optihal.hal.spi.OptionDeclaration;

/** What emulators can be told, where an emulation is on the class path. */
final class Emulators {
  private Emulators() {}

  /** The options of a driver's emulator; empty when nobody here knows them. */
  static Optional<List<OptionDeclaration<?>>> options(String driver) {
    return ServiceLoader.load(EmulationProvider.class).findFirst().map(p -> p.options(driver));
  }
}
