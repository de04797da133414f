package org.optihal.emulators;

import java.util.List;
import java.util.SplittableRandom;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.spi.OptionDeclaration;

/** Makes the emulators for one driver; found by {@link java.util.ServiceLoader}. */
public interface EmulatorProvider {
  /** Code of the driver whose devices it plays, such as {@code itla}. */
  String code();

  /** What it can be told under {@code emulator} in a bench entry. */
  List<OptionDeclaration<?>> options();

  /**
   * Powers a device up.
   *
   * @param random of this device alone
   * @param nanos present time
   * @throws org.optihal.hal.error.HalException CONFIGURATION when an option is wrong
   */
  EmulatedDevice create(DeviceEntry entry, SplittableRandom random, long nanos);
}
