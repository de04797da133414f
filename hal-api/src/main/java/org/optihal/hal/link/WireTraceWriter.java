package org.optihal.hal.link;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.BitSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.link.WireTrace.Direction;

/**
 * Records what it hears as a {@link WireTrace}. Each call becomes a line of its own, so that the
 * recording shows how the bytes were handed over. A disk that fails ends the recording and never
 * disturbs the link: {@link #close} tells.
 */
public final class WireTraceWriter implements WireTap, Closeable {
  private static final int MAX_NOTE = 500;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final Appendable out;
  private final long start;
  private final Redaction redaction;
  private @Nullable IOException failure;
  private boolean closed;

  /** Tells which bytes must not be recorded, such as a password. */
  @FunctionalInterface
  public interface Redaction {
    /** Nothing is secret. */
    Redaction NONE = (link, direction, bytes) -> new BitSet();

    /** Positions in {@code bytes} to be kept back. */
    BitSet secrets(String link, Direction direction, byte[] bytes);
  }

  /**
   * Writes the header.
   *
   * @param out closed by {@link #close} if it can be
   * @param clock its time now is the recording's zero
   */
  public WireTraceWriter(Appendable out, HalClock clock, Redaction redaction) throws IOException {
    this.out = out;
    this.start = clock.nanos();
    this.redaction = redaction;
    out.append(WireTrace.HEADER).append("\n# started ").append(clock.wall() + "\n");
  }

  /**
   * Records to a new file that only its owner can read: what goes over a wire may be nobody else's
   * business.
   *
   * @throws HalException CONFIGURATION when the file exists
   */
  public static WireTraceWriter create(Path file, HalClock clock, Redaction redaction)
      throws IOException {
    FileAttribute<?>[] ownerOnly =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      return new WireTraceWriter(
          new BufferedWriter(
              new OutputStreamWriter(
                  Channels.newOutputStream(Files.newByteChannel(file, options, ownerOnly)),
                  StandardCharsets.UTF_8)),
          clock,
          redaction);
    } catch (FileAlreadyExistsException e) {
      throw HalException.configuration(file + " exists already").advise("name a new file");
    }
  }

  @Override
  public void sent(String link, long nanos, byte[] bytes, int offset, int length) {
    transfer(link, nanos, Direction.TO_DEVICE, bytes, offset, length);
  }

  @Override
  public void received(String link, long nanos, byte[] bytes, int offset, int length) {
    transfer(link, nanos, Direction.FROM_DEVICE, bytes, offset, length);
  }

  @Override
  public void note(String link, long nanos, String text) {
    String line = UNPRINTABLE.matcher(text).replaceAll("?").strip();
    write(link, nanos, Direction.NOTE, line.substring(0, Math.min(line.length(), MAX_NOTE)));
  }

  private void transfer(
      String link, long nanos, Direction direction, byte[] bytes, int offset, int length) {
    byte[] copy = new byte[length];
    System.arraycopy(bytes, offset, copy, 0, length);
    BitSet secrets = redaction.secrets(link, direction, copy);
    for (int i = 0; i < length; i += WireTrace.BYTES_PER_LINE) {
      int n = Math.min(WireTrace.BYTES_PER_LINE, length - i);
      write(link, nanos, direction, WireTrace.Entry.hex(copy, i, n, secrets));
    }
  }

  private synchronized void write(String link, long nanos, Direction direction, String text) {
    if (closed || failure != null) {
      return;
    }
    long since = Math.max(0, nanos - start);
    try {
      out.append(new WireTrace.Entry(since, link, direction, text).toString()).append('\n');
    } catch (IOException e) {
      failure = e;
    }
  }

  /**
   * Ends the recording; idempotent.
   *
   * @throws IOException the first failure to write
   */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    IOException first = failure;
    try {
      if (out instanceof Closeable c) {
        c.close();
      }
    } catch (IOException e) {
      first = first == null ? e : first;
    }
    if (first != null) {
      throw first;
    }
  }
}
