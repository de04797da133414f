package org.optihal.linux;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;

/**
 * One direction of a descriptor: its native memory and its wake-up, so that reader and writer share
 * nothing.
 */
final class Lane {
  static final int CAPACITY = 4096;

  enum Outcome {
    READY,
    WOKEN,
    HUNG_UP,
    DEADLINE
  }

  // struct pollfd { int fd; short events; short revents; } twice, then a timespec, the event
  // counter, the bytes.
  private static final int EVENTS = 4;
  private static final int REVENTS = 6;
  private static final int WAKE = 8;
  private static final int TIMESPEC = 16;
  private static final int COUNTER = 32;
  private static final int BUFFER = 64;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final Memory ONE = new Memory(Long.BYTES);

  static {
    ONE.setLong(0, 1);
  }

  private final String name;
  private final short events;
  private final int wake;
  private final Memory memory = new Memory(BUFFER + CAPACITY);
  private final Pointer timespec = memory.share(TIMESPEC);
  private final Pointer counter = memory.share(COUNTER);
  private final Pointer buffer = memory.share(BUFFER);

  Lane(String name, int fd, short events) throws IOException {
    this.name = name;
    this.events = events;
    wake = Libc.eventfd(0, Libc.O_NONBLOCK | Libc.O_CLOEXEC);
    if (wake < 0) {
      throw Libc.failure("eventfd", name);
    }
    memory.clear();
    memory.setInt(0, fd);
    memory.setShort(EVENTS, events);
    memory.setInt(WAKE, wake);
    memory.setShort(WAKE + EVENTS, Libc.POLLIN);
  }

  Pointer buffer() {
    return buffer;
  }

  /**
   * Waits for the descriptor, a raised wake-up (which comes first and stays raised) or the
   * deadline, never early.
   */
  Outcome await(long deadlineNanos) throws IOException {
    while (true) {
      setTimeout(Math.max(0, deadlineNanos - System.nanoTime()));
      int ready = Libc.ppoll(memory, 2, timespec, Pointer.NULL);
      if (ready > 0) {
        if (memory.getShort(WAKE + REVENTS) != 0) {
          return Outcome.WOKEN;
        }
        return (memory.getShort(REVENTS) & events) != 0 ? Outcome.READY : Outcome.HUNG_UP;
      }
      if (ready < 0 && Native.getLastError() != Libc.EINTR) {
        throw Libc.failure("ppoll", name);
      }
      if (deadlineNanos - System.nanoTime() <= 0) {
        return Outcome.DEADLINE;
      }
    }
  }

  private void setTimeout(long nanos) {
    long seconds = nanos / NANOS_PER_SECOND;
    long rest = nanos % NANOS_PER_SECOND;
    if (Native.LONG_SIZE == Long.BYTES) {
      timespec.setLong(0, seconds);
      timespec.setLong(Long.BYTES, rest);
    } else {
      timespec.setInt(0, (int) Math.min(seconds, Integer.MAX_VALUE));
      timespec.setInt(Integer.BYTES, (int) rest);
    }
  }

  /** Can only fail by a full counter, and then it is raised already. */
  void raise() {
    Libc.write(wake, ONE, Long.BYTES);
  }

  void lower() {
    Libc.read(wake, counter, Long.BYTES);
  }

  void close() {
    Libc.close(wake);
  }
}
