package org.optihal.protocols.itla;

import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * Cuts a byte stream into packets of four, however the bytes arrive: the module's side of the line.
 *
 * <p>A stream that lost a byte stays shifted until the host's zero bytes fill a packet up, or until
 * {@link #reset}: packets come out damaged, and {@link ItlaFrame#isValid} is the caller's question.
 * No timeout, no thread safety.
 */
public final class ItlaSplitter {
  private int packet;
  private int held;

  /** Takes one byte and returns whether it completed a packet, which {@link #packet} then holds. */
  public boolean accept(byte next) {
    packet = (packet << 8) | (next & 0xFF);
    held = (held + 1) % ItlaFrame.LENGTH;
    return held == 0;
  }

  /** Takes a chunk and hands every packet it completes to {@code sink}, which may reset. */
  public void accept(byte[] source, int offset, int length, IntConsumer sink) {
    Objects.checkFromIndexSize(offset, length, source.length);
    for (int i = offset; i < offset + length; i++) {
      if (accept(source[i])) {
        sink.accept(packet);
      }
    }
  }

  /** The packet just completed; meaningless between packets. */
  public int packet() {
    return packet;
  }

  /** Bytes of an unfinished packet, 0..3. */
  public int held() {
    return held;
  }

  /** Forgets an unfinished packet, as a module does when its line speed changes or it restarts. */
  public void reset() {
    packet = 0;
    held = 0;
  }
}
