package org.optihal.hal.link;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Signal;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;

/**
 * The client end of a wire in memory. The device end is a callback: it gets the bytes in the
 * writer's thread, and answers with {@link #deliver}, from an event of the clock when it wants to
 * be late. Drivers and emulators meet here without seeing each other.
 */
public final class MemoryLink implements ByteLink {
  private static final int CAPACITY = 1 << 16;

  private final String name;
  private final HalClock clock;
  private final Consumer<byte[]> device;
  private final SerialLine line;
  private final Signal readable;
  private final byte[] buffer = new byte[CAPACITY];
  private int head;
  private int tail;
  private boolean woken;
  private @Nullable String gone;

  /**
   * @param device receives each write as one array
   * @param line takes speed and modem lines
   */
  public MemoryLink(String name, HalClock clock, Consumer<byte[]> device, SerialLine line) {
    this.name = name;
    this.clock = clock;
    this.device = device;
    this.line = line;
    this.readable = clock.signal("bytes on " + name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public java.util.Optional<SerialLine> serial() {
    return java.util.Optional.of(line);
  }

  @Override
  public void write(byte[] bytes, int offset, int length, long deadline) {
    synchronized (buffer) {
      failIfGone();
    }
    byte[] copy = new byte[length];
    System.arraycopy(bytes, offset, copy, 0, length);
    device.accept(copy);
  }

  @Override
  public int read(byte[] into, int offset, int length, long deadline) {
    while (true) {
      synchronized (buffer) {
        int n = Math.min(length, tail - head);
        if (n > 0) {
          for (int i = 0; i < n; i++) {
            into[offset + i] = buffer[head++ & (CAPACITY - 1)];
          }
          return n;
        }
        failIfGone();
        if (woken) {
          woken = false;
          return 0;
        }
      }
      if (!readable.await(deadline)) {
        return 0;
      }
    }
  }

  /**
   * Device side: these bytes arrive now. What the client does not fetch in time is lost, as in a
   * UART.
   */
  public void deliver(byte[] bytes, int offset, int length) {
    synchronized (buffer) {
      if (gone != null) {
        return;
      }
      for (int i = 0; i < length && tail - head < CAPACITY; i++) {
        buffer[tail++ & (CAPACITY - 1)] = bytes[offset + i];
      }
    }
    readable.raise();
  }

  /** Device side: the cable is pulled; what was not read is lost. */
  public void unplug() {
    leave("unplugged");
  }

  @Override
  public void wake() {
    synchronized (buffer) {
      woken = true;
    }
    readable.raise();
  }

  @Override
  public void close() {
    leave("closed");
  }

  private void leave(String why) {
    synchronized (buffer) {
      if (gone != null) {
        return;
      }
      gone = why;
      head = tail;
    }
    if (clock.isInside()) {
      readable.raise();
    }
  }

  private void failIfGone() {
    if (gone != null) {
      throw new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "the wire was " + gone).on(name);
    }
  }
}
