package org.optihal.drivers.laser;

import org.optihal.drivers.device.Effect;
import org.optihal.drivers.port.Priority;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
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
          t.write(register, value);
          int is = t.value(register);
          if (is != value) {
            throw new HalException(
                Kind.UNEXPECTED_REPLY,
                Outcome.UNKNOWN,
                register.mnemonic() + " was set to " + value + " and reads " + is);
          }
          return true;
        });
  }
}
