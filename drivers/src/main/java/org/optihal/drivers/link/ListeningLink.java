package org.optihal.drivers.link;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Signal;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.SerialLine;

/**
 * A link to a device that speaks unasked: it is decoded all the time, answers go to whoever reads,
 * everything else to {@code unsolicited}. The protocol says which is which.
 */
public final class ListeningLink implements ByteLink {
  private static final int CAPACITY = 1 << 16;

  /** How a protocol cuts the stream into frames and recognizes answers. */
  public interface Protocol {
    /**
     * Length of the first frame in {@code bytes} from {@code offset} on.
     *
     * @param length bytes there are, at least one
     * @return 0 when more bytes are needed; negative when this many bytes are no frame and must be
     *     skipped
     */
    int frameLength(byte[] bytes, int offset, int length);

    /**
     * Whether {@code frame} answers {@code request}, the last bytes written and not yet answered.
     */
    boolean isAnswer(byte[] frame, byte[] request);
  }

  private final ByteLink link;
  private final HalClock clock;
  private final Protocol protocol;
  private final Consumer<byte[]> unsolicited;
  private final Signal readable;
  private final byte[] answers = new byte[CAPACITY];
  private int head;
  private int tail;
  private byte[] request = new byte[0];
  private boolean woken;
  private @Nullable HalException gone;

  /**
   * @param unsolicited called by the listening thread; must be quick
   */
  public ListeningLink(
      ByteLink link, HalClock clock, Protocol protocol, Consumer<byte[]> unsolicited) {
    this.link = link;
    this.clock = clock;
    this.protocol = protocol;
    this.unsolicited = unsolicited;
    this.readable = clock.signal("an answer on " + link.name());
    clock.spawn("listen-" + link.name(), this::listen);
  }

  private void listen() {
    byte[] buffer = new byte[CAPACITY];
    int have = 0;
    try {
      while (true) {
        have += link.read(buffer, have, buffer.length - have, Deadline.FOREVER);
        int used = decode(buffer, have);
        System.arraycopy(buffer, used, buffer, 0, have - used);
        have -= used;
        if (have == buffer.length) {
          have = 0; // a frame longer than the buffer is none
        }
        synchronized (answers) {
          if (gone != null) {
            return;
          }
        }
      }
    } catch (HalException e) {
      end(e);
    } catch (RuntimeException e) {
      // a bug in the protocol or the subscriber; a link that is deaf from now on must not look well
      end(
          new HalException(
              Kind.DISCONNECTED,
              Outcome.UNKNOWN,
              "listening failed: " + e,
              new ErrorContext(null, name(), null, null, null, null),
              e));
      link.close();
    }
  }

  private int decode(byte[] buffer, int have) {
    int used = 0;
    while (used < have) {
      int length = protocol.frameLength(buffer, used, have - used);
      if (length == 0) {
        break;
      }
      int n = Math.min(Math.abs(length), have - used);
      if (length > 0) {
        route(java.util.Arrays.copyOfRange(buffer, used, used + n));
      }
      used += n;
    }
    return used;
  }

  private void route(byte[] frame) {
    synchronized (answers) {
      if (request.length > 0
          && protocol.isAnswer(frame, request)
          && frame.length <= CAPACITY - (tail - head)) {
        for (byte b : frame) {
          answers[tail++ & CAPACITY - 1] = b;
        }
        request = new byte[0];
        frame = new byte[0];
      }
    }
    if (frame.length == 0) {
      readable.raise();
    } else {
      unsolicited.accept(frame);
    }
  }

  private void end(HalException why) {
    synchronized (answers) {
      if (gone == null) {
        gone = why;
      }
    }
    readable.raise();
  }

  @Override
  public String name() {
    return link.name();
  }

  @Override
  public Optional<SerialLine> serial() {
    return link.serial();
  }

  @Override
  public void write(byte[] bytes, int offset, int length, long deadline) {
    synchronized (answers) {
      request = java.util.Arrays.copyOfRange(bytes, offset, offset + length);
    }
    link.write(bytes, offset, length, deadline);
  }

  @Override
  public int read(byte[] into, int offset, int length, long deadline) {
    while (true) {
      synchronized (answers) {
        int n = Math.min(length, tail - head);
        if (n > 0) {
          for (int i = 0; i < n; i++) {
            into[offset + i] = answers[head++ & CAPACITY - 1];
          }
          return n;
        }
        if (gone != null) {
          throw gone;
        }
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

  @Override
  public void wake() {
    synchronized (answers) {
      woken = true;
    }
    readable.raise();
  }

  @Override
  public void close() {
    link.close();
    if (clock.isInside()) {
      end(new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "closed").on(link.name()));
    }
  }
}
