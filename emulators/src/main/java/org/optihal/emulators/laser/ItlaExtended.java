package org.optihal.emulators.laser;

import org.optihal.emulators.laser.ItlaModule.Refusal;
import org.optihal.protocols.itla.ItlaError;

/**
 * Automatic extended addressing: what register 0x0B gives word by word. After the last word comes
 * ERE; some clients stop at the byte count and others only there.
 */
final class ItlaExtended {
  static final int BYTES_PER_WORD = 2;

  private int[] words = {};
  private int next;

  void set(int[] content) {
    words = content;
    next = 0;
  }

  void clear() {
    set(new int[0]);
  }

  /** Where it stands, in bytes. */
  int address() {
    return BYTES_PER_WORD * next;
  }

  int read() throws Refusal {
    if (next >= words.length) {
      throw new Refusal(ItlaError.ERE);
    }
    return words[next++];
  }
}
