package org.optihal.hal.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addressed transfers in one bus transaction: I2C, SPI, MDIO, optoe. No device uses it yet. */
public interface RegisterBus extends Link {
  /**
   * One segment of a transaction; a repeated start lies between two of them.
   *
   * @param address device address on the bus; for SPI the chip select
   * @param write bytes to write, or null when the segment reads
   * @param readLength number of bytes to read when {@code write} is null
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to the bus as it is, never compared
  record Segment(int address, byte @Nullable [] write, int readLength) {}

  /**
   * How a transaction ended; a missing acknowledge is a result, not an exception: busy modules
   * answer so.
   */
  enum Acknowledge {
    ACKNOWLEDGED,
    NO_ADDRESS,
    NO_DATA,
    ARBITRATION_LOST
  }

  /**
   * What came of a transaction.
   *
   * @param acknowledge how it ended
   * @param reads one entry for each reading segment, in order
   */
  record Result(Acknowledge acknowledge, List<byte[]> reads) {}

  Result transfer(List<Segment> segments, long deadline);
}
