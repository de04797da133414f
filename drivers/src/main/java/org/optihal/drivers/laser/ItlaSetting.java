package org.optihal.drivers.laser;

import org.optihal.drivers.device.Effect;
import org.optihal.drivers.port.Priority;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.operation.Operation;
import org.optihal.protocols.itla.ItlaRegister;

/** Writes a register and reads it back: BIP-4 alone lets one damaged request in sixteen pass. */
final class ItlaSetting {
  private ItlaSetting() {}

  /** For an operation that may have been ended by now; then nothing is written. */
  static void write(
      ItlaDevice device,
      ItlaRegister register,
      int value,
      Deadline deadline,
      Operation<?> operation) {
    device.talk(
        Priority.COMMAND,
        Effect.ABSOLUTE_SET,
        deadline,
        t -> {
          requireRunning(operation);
          t.set(register, value);
          return true;
        });
  }

  /** Disables the output, whatever became of the operation that wanted it. */
  static void disable(ItlaDevice device, Deadline deadline) {
    device.talk(
        Priority.COMMAND,
        Effect.ABSOLUTE_SET,
        deadline,
        t -> {
          t.set(ItlaRegister.RES_ENA, 0);
          device.noteEnabled(false);
          return true;
        });
  }

  /**
   * Checked as owner of the port: whoever makes the device dark, or sets a newer value, ends the
   * operation first, so that a command which waited behind theirs is not sent.
   */
  static void requireRunning(Operation<?> operation) {
    if (operation.state() != Operation.State.RUNNING) {
      throw new HalException(
          Kind.CANCELLED, Outcome.NOT_SENT, "not sent: the operation was ended meanwhile");
    }
  }
}
