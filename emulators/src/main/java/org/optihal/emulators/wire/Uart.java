package org.optihal.emulators.wire;

import java.io.ByteArrayOutputStream;

/** What a serial line does to bytes: 8N1, least significant bit first, idle high. */
final class Uart {
  private static final int BITS_PER_BYTE = 10;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Uart() {}

  /** Time of one byte on a line, 0 for a line where bytes take none. */
  static long byteNanos(int baud) {
    return baud == 0 ? 0 : BITS_PER_BYTE * NANOS_PER_SECOND / baud;
  }

  /**
   * What a receiver at one speed makes of bytes sent back to back at another.
   *
   * <p>It does what a UART does: wait for a falling edge that lasts, look at the middle of each bit
   * of its own, wait for the line to go high again. A missing stop bit does not stop the byte from
   * being handed on; a terminal in raw mode hands it on too.
   */
  static byte[] resample(byte[] sent, int senderBaud, int receiverBaud) {
    if (senderBaud == receiverBaud || senderBaud == 0 || receiverBaud == 0) {
      return sent;
    }
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    // Time in units of 1 / (2 x sender x receiver) s: every edge and every sampling point is whole.
    long senderBit = 2L * receiverBaud;
    long halfBit = senderBaud;
    long end = senderBit * BITS_PER_BYTE * sent.length;
    for (long t = 0; t < end; ) {
      if (isHigh(sent, t, senderBit) || isHigh(sent, t + halfBit, senderBit)) {
        // Edges lie at bit boundaries only, and half a start bit is none.
        t = (t / senderBit + 1) * senderBit;
        continue;
      }
      int value = 0;
      for (int bit = 0; bit < 8; bit++) {
        if (isHigh(sent, t + (2L * bit + 3) * halfBit, senderBit)) {
          value |= 1 << bit;
        }
      }
      received.write(value);
      t += 19 * halfBit; // the middle of the stop bit
      while (!isHigh(sent, t, senderBit)) {
        t = (t / senderBit + 1) * senderBit;
      }
    }
    return received.toByteArray();
  }

  private static boolean isHigh(byte[] sent, long time, long senderBit) {
    long bit = time / senderBit;
    long index = bit / BITS_PER_BYTE;
    int position = (int) (bit % BITS_PER_BYTE);
    if (index >= sent.length || position == BITS_PER_BYTE - 1) {
      return true;
    }
    return position > 0 && ((sent[(int) index] >> (position - 1)) & 1) != 0;
  }
}
