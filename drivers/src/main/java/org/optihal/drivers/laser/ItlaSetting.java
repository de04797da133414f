package org.optihal.drivers.laser;

import org.optihal.drivers.device.Effect;
import org.optihal.drivers.port.Priority;
import org.optihal.hal.clock.Deadline;
import org.optihal.protocols.itla.ItlaRegister;

/** Writes a register and reads it back: BIP-4 alone lets one damaged request in sixteen pass. */
final class ItlaSetting {
  private ItlaSetting() {}

  static void write(ItlaDevice device, ItlaRegister register, int value, Deadline deadline) {
    device.talk(
        Priority.COMMAND,
        Effect.ABSOLUTE_SET,
        deadline,
        t -> {
          t.set(register, value);
          return true;
        });
  }
}
