package org.optihal.drivers.port;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.link.MemoryLink;
import org.optihal.hal.link.SerialLine;

/**
 * A device that gives each frame of four bytes back, at the speed of a serial line, and remembers
 * what it heard. The last byte of a frame is the exclusive or of the others, so that mixed bytes
 * show.
 */
final class EchoDevice implements SerialLine {
  static final int FRAME = 4;
  static final long NEVER = -1;

  /** A request as it arrived, with the time at which its first byte was sent. */
  record Heard(long nanos, int who, int session, int step) {}

  final List<Heard> heard = new ArrayList<>();
  final MemoryLink link;
  private final VirtualClock clock;
  private final byte[] part = new byte[FRAME];
  private int have;
  private int baud;
  private long firstByteAt;
  private long lastAnswer;

  /** How long it thinks about a frame, or {@link #NEVER}. */
  ToLongFunction<Heard> thinking = frame -> 0;

  int damaged;

  EchoDevice(VirtualClock clock, int baud) {
    this.clock = clock;
    this.baud = baud;
    this.link = new MemoryLink("memory:echo", clock, this::receive, this);
  }

  static byte[] frame(int who, int session, int step) {
    return new byte[] {(byte) who, (byte) session, (byte) step, (byte) (who ^ session ^ step)};
  }

  /** Time for so many bytes, each with start and stop bit. */
  long line(int bytes) {
    return bytes * 10L * 1_000_000_000 / baud;
  }

  private void receive(byte[] bytes) {
    for (byte b : bytes) {
      if (have == 0) {
        firstByteAt = clock.nanos();
      }
      part[have++] = b;
      if (have == FRAME) {
        have = 0;
        answer(part.clone());
      }
    }
  }

  private void answer(byte[] frame) {
    if ((frame[0] ^ frame[1] ^ frame[2]) != frame[3]) {
      damaged++;
    }
    Heard h = new Heard(firstByteAt, frame[0] & 0xFF, frame[1] & 0xFF, frame[2] & 0xFF);
    heard.add(h);
    long think = thinking.applyAsLong(h);
    if (think != NEVER) {
      long now = clock.nanos();
      lastAnswer = Math.max(now + line(2 * FRAME) + think, lastAnswer + line(FRAME));
      clock.after(lastAnswer - now, () -> link.deliver(frame, 0, FRAME)); // in order, ever so late
    }
  }

  /** Who was heard, in order, resynchronization left out. */
  List<Integer> order() {
    return heard.stream().map(Heard::who).filter(w -> w != Rig.SENTINEL).toList();
  }

  /** Says something that nobody asked for. */
  void say(int... bytes) {
    byte[] b = new byte[bytes.length];
    Arrays.setAll(bytes, i -> b[i] = (byte) bytes[i]);
    link.deliver(b, 0, b.length);
  }

  @Override
  public int baud() {
    return baud;
  }

  @Override
  public void baud(int newBaud) {
    baud = newBaud;
  }

  @Override
  public void dtr(boolean on) {}

  @Override
  public void rts(boolean on) {}
}
