package org.optihal.linux;

import com.sun.jna.Native;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A non-blocking file descriptor read and written by deadlines in {@link System#nanoTime} terms;
 * one reader and one writer may be inside at once, and {@link #wake}, {@link #close} come from any
 * thread.
 */
public final class Descriptor implements Closeable {
  // Who is inside: one bit for the reader, one for the writer, below them a count of wakers, and
  // the sign for closing.
  // Nobody enters after CLOSING, so exactly one leaver finds nothing else left: it closes the
  // descriptors, and no number
  // can be reused under a pending ppoll.
  private static final int CLOSING = 1 << 31;
  private static final int WRITING = 1 << 30;
  private static final int READING = 1 << 29;
  private static final int WAKER = 1;

  private final String name;
  private final int fd;
  private final Lane reader;
  private final Lane writer;
  private final AtomicInteger inside = new AtomicInteger();

  private Descriptor(String name, int fd) throws IOException {
    this.name = name;
    this.fd = fd;
    reader = new Lane(name, fd, Libc.POLLIN);
    try {
      writer = new Lane(name, fd, Libc.POLLOUT);
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /** Opens a device node for reading and writing without making it the controlling terminal. */
  public static Descriptor open(Path path) throws IOException {
    int flags = Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_NONBLOCK | Libc.O_CLOEXEC;
    int fd = Libc.open(path.toString(), flags);
    if (fd < 0) {
      throw openFailure(path.toString(), Native.getLastError());
    }
    try {
      return new Descriptor(path.toString(), fd);
    } catch (IOException e) {
      Libc.close(fd);
      throw e;
    }
  }

  /**
   * Takes over an open descriptor and makes it non-blocking; after an exception it is still the
   * caller's.
   */
  public static Descriptor of(int fd) throws IOException {
    String name = "descriptor " + fd;
    int flags = Libc.fcntl(fd, Libc.F_GETFL, 0);
    if (flags < 0 || Libc.fcntl(fd, Libc.F_SETFL, flags | Libc.O_NONBLOCK) < 0) {
      throw Libc.failure("fcntl", name);
    }
    return new Descriptor(name, fd);
  }

  private static IOException openFailure(String path, int errno) {
    return switch (errno) {
      case Libc.ENOENT -> new NoSuchFileException(path);
      case Libc.EACCES -> new AccessDeniedException(path);
      default -> new FileSystemException(path, null, Libc.message(errno));
    };
  }

  /**
   * Reads what is there, at least one byte, at most 4096; returns 0 when the deadline passed or
   * {@link #wake} was called since the last read.
   *
   * @throws GoneException on hang-up, unplug or close
   */
  public int read(byte[] bytes, int offset, int length, long deadlineNanos) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    enter(READING);
    try {
      while (length > 0) {
        // Poll before read: with VMIN=0 a read of 0 bytes means "nothing yet" as well as "hung up".
        switch (reader.await(deadlineNanos)) {
          case DEADLINE -> {
            return 0;
          }
          case HUNG_UP -> throw hungUp();
          case WOKEN -> {
            refuseIfClosing();
            reader.lower();
            return 0;
          }
          case READY -> {
            int count = Libc.read(fd, reader.buffer(), Math.min(length, Lane.CAPACITY));
            if (count > 0) {
              reader.buffer().read(0, bytes, offset, count);
              return count;
            }
            if (count == 0) {
              throw hungUp();
            }
            refuseUnlessTransient("read");
            if (passed(deadlineNanos)) {
              return 0;
            }
          }
        }
      }
      return 0;
    } finally {
      leave(READING);
    }
  }

  /**
   * Writes all bytes; {@link #wake} does not cut a write short.
   *
   * @throws WriteTimeoutException when the deadline passed before the last byte went out
   * @throws GoneException on hang-up, unplug or close
   */
  public void write(byte[] bytes, int offset, int length, long deadlineNanos) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    enter(WRITING);
    try {
      int done = 0;
      while (done < length) {
        int chunk = Math.min(length - done, Lane.CAPACITY);
        writer.buffer().write(0, bytes, offset + done, chunk);
        int count = Libc.write(fd, writer.buffer(), chunk);
        if (count > 0) {
          done += count;
          continue;
        }
        if (count < 0) {
          refuseUnlessTransient("write");
        }
        awaitRoom(done, length, deadlineNanos);
      }
    } finally {
      leave(WRITING);
    }
  }

  private void awaitRoom(int done, int length, long deadlineNanos) throws IOException {
    Lane.Outcome outcome =
        passed(deadlineNanos) ? Lane.Outcome.DEADLINE : writer.await(deadlineNanos);
    switch (outcome) {
      case READY -> {}
      case HUNG_UP -> throw hungUp();
      case WOKEN -> throw closed();
      case DEADLINE ->
          throw new WriteTimeoutException(
              name + ": only " + done + " of " + length + " bytes went out before the deadline",
              done);
    }
  }

  /**
   * Ends a pending read, or the next one if none is pending; without effect on a closed descriptor.
   */
  public void wake() {
    if (tryEnter(WAKER)) {
      reader.raise();
      leave(WAKER);
    }
  }

  public boolean isOpen() {
    return inside.get() >= 0;
  }

  /**
   * Returns at once; a pending read or write fails with {@link GoneException}, and whoever leaves
   * last closes.
   */
  @Override
  public void close() {
    int before;
    do {
      before = inside.get();
      if (before < 0) {
        return;
      }
    } while (!inside.compareAndSet(before, (before + WAKER) | CLOSING));
    reader.raise();
    writer.raise();
    leave(WAKER);
  }

  private void enter(int who) throws GoneException {
    if (!tryEnter(who)) {
      throw closed();
    }
  }

  private boolean tryEnter(int who) {
    while (true) {
      int before = inside.get();
      if (before < 0) {
        return false;
      }
      if (who != WAKER && (before & who) != 0) {
        throw new IllegalStateException(
            name + ": a second " + (who == READING ? "reader" : "writer") + " at the same time");
      }
      if (inside.compareAndSet(before, before + who)) {
        return true;
      }
    }
  }

  private void leave(int who) {
    if (inside.addAndGet(-who) == CLOSING) {
      // Linux gives the number free even where close reports an error, so there is nothing to do
      // about one.
      Libc.close(fd);
      reader.close();
      writer.close();
    }
  }

  private void refuseUnlessTransient(String call) throws IOException {
    int errno = Native.getLastError();
    if (errno != Libc.EAGAIN && errno != Libc.EINTR) {
      throw Libc.failure(call, name);
    }
  }

  private void refuseIfClosing() throws GoneException {
    if (!isOpen()) {
      throw closed();
    }
  }

  private GoneException closed() {
    return new GoneException(name + ": closed");
  }

  private GoneException hungUp() {
    return new GoneException(name + ": hung up");
  }

  private static boolean passed(long deadlineNanos) {
    return deadlineNanos - System.nanoTime() <= 0;
  }

  @Override
  public String toString() {
    return name;
  }
}
