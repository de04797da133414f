package org.optihal.emulators.laser;

import static org.optihal.protocols.itla.StatusBit.ALARM;
import static org.optihal.protocols.itla.StatusBit.COMMUNICATION_ERROR;
import static org.optihal.protocols.itla.StatusBit.COMMUNICATION_RESET;
import static org.optihal.protocols.itla.StatusBit.DISABLED;
import static org.optihal.protocols.itla.StatusBit.EXECUTION_ERROR;
import static org.optihal.protocols.itla.StatusBit.FATAL;
import static org.optihal.protocols.itla.StatusBit.FREQUENCY;
import static org.optihal.protocols.itla.StatusBit.MODULE_RESTARTED;
import static org.optihal.protocols.itla.StatusBit.POWER;
import static org.optihal.protocols.itla.StatusBit.SERVICE_REQUEST;
import static org.optihal.protocols.itla.StatusBit.THERMAL;
import static org.optihal.protocols.itla.StatusBit.VENDOR;

import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.StatusBit;
import org.optihal.protocols.itla.StatusWord;
import org.optihal.protocols.itla.TriggerMask;

/**
 * StatusF and StatusW: live conditions, their latches, and what the masks make of them. FATAL and
 * SRQ follow the latches, ALM the live conditions (two versions of pytla disagree about ALM).
 */
final class ItlaAlarms {
  private static final int LIVE = POWER.mask() | THERMAL.mask() | FREQUENCY.mask() | VENDOR.mask();
  private static final int LIVE_SHIFT = 8;
  private static final int SHARED_LATCHES =
      COMMUNICATION_RESET.mask()
          | MODULE_RESTARTED.mask()
          | COMMUNICATION_ERROR.mask()
          | EXECUTION_ERROR.mask();

  private final ItlaSettings settings;
  private int fatal;
  private int warning;

  ItlaAlarms(ItlaSettings settings) {
    this.settings = settings;
  }

  /** After a restart: what restarted is latched, no condition stands. */
  void restart() {
    int latched = COMMUNICATION_RESET.mask() | MODULE_RESTARTED.mask();
    fatal = latched;
    warning = latched;
  }

  /** Sets one of the latches that both registers share. */
  void latch(StatusBit bit) {
    fatal |= bit.mask();
    warning |= bit.mask();
  }

  /** The interface restarted, the module did not. */
  void communicationReset() {
    latch(COMMUNICATION_RESET);
  }

  /** Live conditions as of now; what stands is latched. */
  void conditions(int fatalBits, int warningBits, boolean disabledByPin) {
    fatal = live(fatal, fatalBits, disabledByPin);
    warning = live(warning, warningBits, disabledByPin);
  }

  private static int live(int word, int bits, boolean disabledByPin) {
    int latches = (word & StatusWord.CLEAR_LATCHES) | (bits >> LIVE_SHIFT);
    return latches | (bits & LIVE) | (disabledByPin ? DISABLED.mask() : 0);
  }

  /** The host clears what it writes as 1; the shared latches go in both registers. */
  void clear(ItlaRegister register, int word) {
    int shared = word & SHARED_LATCHES;
    int own = word & StatusWord.CLEAR_LATCHES;
    fatal &= ~(register == ItlaRegister.STATUS_F ? own : shared);
    warning &= ~(register == ItlaRegister.STATUS_W ? own : shared);
    conditions(fatal & LIVE, warning & LIVE, (fatal & DISABLED.mask()) != 0);
  }

  boolean isFatal() {
    return (latches() & settings.get(ItlaRegister.FATAL_T)) != 0;
  }

  private int latches() {
    return TriggerMask.sources(new StatusWord(fatal), new StatusWord(warning));
  }

  private boolean isAlarm() {
    int live = ((fatal & LIVE) >> LIVE_SHIFT) | (warning & LIVE);
    return (live & settings.get(ItlaRegister.ALM_T)) != 0;
  }

  /** The register as the host reads it. */
  int word(ItlaRegister register) {
    int word = register == ItlaRegister.STATUS_F ? fatal : warning;
    boolean service = (latches() & settings.get(ItlaRegister.SRQT)) != 0;
    return word
        | (isFatal() ? FATAL.mask() : 0)
        | (isAlarm() ? ALARM.mask() : 0)
        | (service ? SERVICE_REQUEST.mask() : 0);
  }
}
