package org.optihal.hal.spi;

import java.util.List;
import java.util.Map;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.light.Detection;
import org.optihal.hal.light.Light;
import org.optihal.hal.quantity.OpticalPower;

/** What no wire can tell: the light itself, and what it has damaged. */
public interface Truth {
  /**
   * Light leaving an optical port now, such as {@code tx-laser/out}; exactly zero when none does.
   */
  OpticalPower light(String port);

  /**
   * Everything that enters a port from outside, such as {@code spad/in}.
   *
   * @throws HalException NOT_FOUND when there is no such port
   */
  default Light entering(String port) {
    throw unknown("port '" + port + "'");
  }

  /**
   * Everything that leaves a port, such as {@code span/b}.
   *
   * @throws HalException NOT_FOUND when there is no such port
   */
  default Light leaving(String port) {
    throw unknown("port '" + port + "'");
  }

  /**
   * What a detector element does with its light.
   *
   * @throws HalException NOT_FOUND when there is no such detector
   */
  default Detection detection(String detector) {
    throw unknown("detector '" + detector + "'");
  }

  private static HalException unknown(String what) {
    return new HalException(
        Kind.NOT_FOUND, Outcome.NOT_APPLICABLE, "this emulation has no light field with a " + what);
  }

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
