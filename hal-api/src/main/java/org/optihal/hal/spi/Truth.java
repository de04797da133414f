package org.optihal.hal.spi;

import java.util.List;
import java.util.Map;
import org.optihal.hal.quantity.OpticalPower;

/** What no wire can tell: the light itself, and what it has damaged. */
public interface Truth {
  /**
   * Light leaving an optical port now, such as {@code tx-laser/out}; exactly zero when none does.
   */
  OpticalPower light(String port);

  /** Whether no light at all leaves the device. */
  default boolean isDark(String device) {
    return light(device + "/out").watts() == 0;
  }

  /**
   * State of a device's model by name, in words, for tests and people; names are the model's own.
   */
  Map<String, String> state(String device);

  /** Damage done since the start, one line each. */
  List<String> damage();
}
