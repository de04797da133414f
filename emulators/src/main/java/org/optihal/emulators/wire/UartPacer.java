package org.optihal.emulators.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optihal.emulators.wire.ByteFilter.Direction;
import org.optihal.emulators.wire.ByteFilter.Piece;

/**
 * Gives bytes between one endpoint and a device the time that they take. Byte i of a request is in
 * the device's hands i byte times after it left; a reply starts after the device has thought; all
 * times are absolute, so that no error adds up. Where both sides disagree about the speed, each
 * gets what a UART makes of the other's signal.
 */
final class UartPacer {
  /** The client's end of the wire. */
  interface Client {
    /** Speed the client has set, or 0 when it cannot be told: taken for right. */
    int baud();

    void deliver(byte[] bytes);
  }

  private static final long MAX_BACKLOG_NANOS = 500_000_000;

  private final EmulatedLink link;
  private final Schedule schedule;
  private final Client client;
  private final boolean byteByByte;
  private final ByteServer.Reply toClient = this::reply;
  private long requestLineFree;
  private long deviceFed;
  private long replyLineFree;
  private long byteIn;
  private int life;

  /**
   * @param byteByByte whether the client sees each byte at its own time, not a reply at its end
   */
  UartPacer(EmulatedLink link, Schedule schedule, Client client, boolean byteByByte) {
    this.link = link;
    this.schedule = schedule;
    this.client = client;
    this.byteByByte = byteByByte;
    long now = schedule.nanos();
    this.requestLineFree = now;
    this.replyLineFree = now;
    this.deviceFed = now;
    this.byteIn = now;
  }

  /** The client has written. */
  void request(byte[] bytes) {
    int deviceBaud = link.server().baud();
    int said = deviceBaud == 0 ? 0 : client.baud();
    int clientBaud = said == 0 ? deviceBaud : said;
    long byteNanos = Uart.byteNanos(clientBaud);
    long start = Math.max(schedule.nanos(), requestLineFree);
    requestLineFree = start + bytes.length * byteNanos;
    after(requestLineFree, () -> arrive(bytes, start, byteNanos, clientBaud));
  }

  private void arrive(byte[] sent, long start, long sentByteNanos, int clientBaud) {
    if (link.isPaused()) {
      return;
    }
    byte[] bytes = Uart.resample(sent, clientBaud, link.server().baud());
    long byteNanos =
        bytes.length == sent.length ? sentByteNanos : Uart.byteNanos(link.server().baud());
    long now = schedule.nanos();
    ByteFilter filter = link.filter();
    if (filter == null && deviceFed <= now) {
      feed(bytes, start, byteNanos);
      return;
    }
    long due = now;
    for (Piece piece : pieces(filter, Direction.TO_DEVICE, bytes)) {
      due = Math.max(due + piece.delayNanos(), deviceFed);
      deviceFed = due; // nothing overtakes what is late
      long begin = due - piece.bytes().length * byteNanos;
      after(due, () -> feed(piece.bytes(), begin, byteNanos));
    }
  }

  private List<Piece> pieces(@Nullable ByteFilter filter, Direction direction, byte[] bytes) {
    return filter == null
        ? List.of(new Piece(bytes, 0))
        : filter.pass(direction, bytes, schedule.nanos());
  }

  private void feed(byte[] bytes, long start, long byteNanos) {
    long now = schedule.nanos();
    for (int i = 0; i < bytes.length; i++) {
      byteIn = Math.min(now, Math.max(byteIn, start + (i + 1) * byteNanos));
      link.server().accept(bytes[i], byteIn, toClient);
    }
  }

  /** Bytes that nobody sent are in the device's hands now. */
  void noise(byte[] bytes) {
    feed(bytes, schedule.nanos(), 0);
  }

  private void reply(byte[] bytes) {
    if (link.isPaused()) {
      return;
    }
    long start = Math.max(byteIn + link.latency().next(), replyLineFree);
    for (Piece piece : pieces(link.filter(), Direction.TO_CLIENT, bytes)) {
      start = Math.max(start + piece.delayNanos(), replyLineFree);
      start = transmit(piece.bytes(), start);
    }
  }

  private long transmit(byte[] bytes, long start) {
    int baud = link.server().baud();
    long byteNanos = Uart.byteNanos(baud);
    long end = start + bytes.length * byteNanos;
    replyLineFree = end;
    byte[] seen = baud == 0 ? bytes : Uart.resample(bytes, baud, client.baud());
    if (!byteByByte || byteNanos == 0) {
      after(end, () -> client.deliver(seen));
      return end;
    }
    for (int i = 0; i < seen.length; i++) {
      byte[] one = {seen[i]};
      after(Math.min(end, start + (i + 1) * byteNanos), () -> client.deliver(one));
    }
    return end;
  }

  private void after(long nanos, Runnable step) {
    int begunIn = life;
    schedule.at(
        nanos,
        () -> {
          if (life == begunIn) {
            step.run();
          }
        });
  }

  /** Whether the client writes faster than the line can carry; a port then lets it wait. */
  boolean isCongested() {
    return requestLineFree - schedule.nanos() > MAX_BACKLOG_NANOS;
  }

  /** The cable was pulled: what was on its way is lost. */
  void cut() {
    life++;
    long now = schedule.nanos();
    requestLineFree = now;
    replyLineFree = now;
    deviceFed = now;
  }
}
