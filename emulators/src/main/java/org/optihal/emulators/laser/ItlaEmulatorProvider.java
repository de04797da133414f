package org.optihal.emulators.laser;

import java.util.List;
import java.util.SplittableRandom;
import org.optihal.emulators.EmulatedDevice;
import org.optihal.emulators.EmulatorProvider;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.spi.OptionDeclaration;

/** Emulated ITLA modules: OIF-ITLA-MSA-01.2, 01.3, and Pure Photonics. */
public final class ItlaEmulatorProvider implements EmulatorProvider {
  @Override
  public String code() {
    return "itla";
  }

  @Override
  public List<OptionDeclaration<?>> options() {
    return ItlaProfile.OPTIONS;
  }

  @Override
  public EmulatedDevice create(DeviceEntry entry, SplittableRandom random, long nanos) {
    return new ItlaEmulator(ItlaProfile.of(entry), random, nanos);
  }
}
