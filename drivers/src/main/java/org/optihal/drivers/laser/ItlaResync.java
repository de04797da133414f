package org.optihal.drivers.laser;

import org.optihal.drivers.port.Exchange;
import org.optihal.drivers.port.Resync;
import org.optihal.protocols.itla.ItlaFrame;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.ItlaStatus;

/**
 * Cleans a suspect ITLA line. The module answers in order and echoes the register, so the answer to
 * a register that nothing else reads is a sentinel: whatever comes before it is old. Two different
 * ones must come in a row, the second without a byte in between. A module that waits for the rest
 * of a damaged request gets single zero bytes, each followed by the time the module may take to
 * answer.
 */
final class ItlaResync implements Resync {
  /** Power limits: constants, read by this driver in sessions on clean lines only. */
  private static final ItlaRegister[] SENTINELS = {ItlaRegister.OPSL, ItlaRegister.OPSH};

  private final long answerNanos;

  /**
   * @param answerNanos longest time a module takes to answer, assumed
   */
  ItlaResync(long answerNanos) {
    this.answerNanos = answerNanos;
  }

  @Override
  public boolean run(Exchange exchange, long deadline) {
    while (exchange.clock().nanos() < deadline) {
      if (answers(exchange, SENTINELS[0], false, deadline)
          && answers(exchange, SENTINELS[1], true, deadline)) {
        return true;
      }
      feedZeros(exchange, deadline);
    }
    return false;
  }

  /**
   * Whether the sentinel's answer comes; at once if {@code strict}, else after whatever came before
   * it.
   */
  private boolean answers(Exchange exchange, ItlaRegister sentinel, boolean strict, long deadline) {
    byte[] bytes = new byte[ItlaFrame.LENGTH];
    ItlaFrame.encode(ItlaFrame.request(false, sentinel.number(), 0), bytes, 0);
    exchange.write(bytes, 0, bytes.length);
    int window = 0;
    int seen = 0;
    while (true) {
      long until = Math.min(deadline, exchange.clock().nanos() + answerNanos);
      if (exchange.readAvailable(bytes, 0, 1, until) == 0) {
        return false;
      }
      window = (window << 8) | (bytes[0] & 0xFF);
      seen++;
      if (seen >= ItlaFrame.LENGTH && isAnswer(window, sentinel)) {
        return !strict || seen == ItlaFrame.LENGTH;
      }
    }
  }

  private static boolean isAnswer(int packet, ItlaRegister sentinel) {
    return ItlaFrame.isValid(packet)
        && ItlaFrame.register(packet) == sentinel.number()
        && !ItlaFrame.communicationError(packet)
        && ItlaFrame.status(packet) == ItlaStatus.OK
        && (ItlaFrame.isReplyMarked(packet) || ItlaFrame.data(packet) != 0);
  }

  /**
   * Zero bytes, one at a time, until something comes: then the module is at the start of a request
   * again.
   */
  private void feedZeros(Exchange exchange, long deadline) {
    byte[] zero = new byte[1];
    byte[] sink = new byte[64];
    for (int i = 0; i < ItlaFrame.LENGTH && exchange.clock().nanos() < deadline; i++) {
      exchange.write(zero, 0, 1);
      long until = Math.min(deadline, exchange.clock().nanos() + answerNanos);
      boolean answered = false;
      while (exchange.readAvailable(sink, 0, sink.length, until) > 0) {
        answered = true;
      }
      if (answered) {
        return;
      }
    }
  }
}
