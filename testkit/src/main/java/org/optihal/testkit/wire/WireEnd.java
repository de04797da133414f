package org.optihal.testkit.wire;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.Link;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.link.MemoryLink;
import org.optihal.hal.link.SerialLine;

/** A wire in memory that counts what its client has read. */
final class WireEnd implements ByteLink {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final HalClock clock;
  private final MemoryLink wire;
  private long delivered;
  private long read;

  WireEnd(String name, HalClock clock, Consumer<byte[]> device) {
    this.clock = clock;
    this.wire = new MemoryLink(name, clock, device, new PaperLine());
  }

  static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  void deliver(long delayNanos, byte[] bytes) {
    if (delayNanos == 0) {
      deliver(bytes);
    } else {
      clock.after(delayNanos, () -> deliver(bytes));
    }
  }

  private void deliver(byte[] bytes) {
    synchronized (this) {
      delivered += bytes.length;
    }
    wire.deliver(bytes, 0, bytes.length);
  }

  /** Bytes that arrived and were not fetched. */
  synchronized long unread() {
    return delivered - read;
  }

  synchronized long read() {
    return read;
  }

  LinkOpener opener() {
    return new LinkOpener() {
      @Override
      public Set<String> schemes() {
        return Set.of("memory");
      }

      @Override
      public Link open(DeviceUrl url, HalClock usersClock, Deadline deadline) {
        return WireEnd.this;
      }
    };
  }

  @Override
  public String name() {
    return wire.name();
  }

  @Override
  public void write(byte[] bytes, int offset, int length, long deadline) {
    wire.write(bytes, offset, length, deadline);
  }

  @Override
  public int read(byte[] into, int offset, int length, long deadline) {
    int n = wire.read(into, offset, length, deadline);
    synchronized (this) {
      read += n;
    }
    return n;
  }

  @Override
  public Optional<SerialLine> serial() {
    return wire.serial();
  }

  @Override
  public void wake() {
    wire.wake();
  }

  @Override
  public void close() {
    wire.close();
  }

  /** Speed and modem lines that nothing depends on. */
  private static final class PaperLine implements SerialLine {
    private volatile int baud = 9600;

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
}
