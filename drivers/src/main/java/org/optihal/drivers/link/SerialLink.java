package org.optihal.drivers.link;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.SerialLine;
import org.optihal.linux.Descriptor;
import org.optihal.linux.WriteTimeoutException;

/**
 * A serial port: opened and locked by jSerialComm, its bytes over a non-blocking descriptor of our
 * own.
 */
final class SerialLink implements ByteLink {
  private final String name;
  private final SerialPort port;
  private final Descriptor descriptor;
  private final JSerialCommLine line;
  private final AtomicBoolean closed = new AtomicBoolean();

  SerialLink(String name, SerialPort port, Descriptor descriptor, int baud) {
    this.name = name;
    this.port = port;
    this.descriptor = descriptor;
    this.line = new JSerialCommLine(port, baud);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<SerialLine> serial() {
    return Optional.of(line);
  }

  @Override
  public void write(byte[] bytes, int offset, int length, long deadline) {
    try {
      descriptor.write(bytes, offset, length, deadline);
    } catch (WriteTimeoutException e) {
      throw new HalException(
              Kind.TIMEOUT,
              Outcome.UNKNOWN,
              "the line took only " + e.bytesTransferred + " of " + length + " bytes")
          .on(name);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  @Override
  public int read(byte[] into, int offset, int length, long deadline) {
    try {
      return descriptor.read(into, offset, length, deadline);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  private HalException gone(IOException e) {
    return new HalException(
        Kind.DISCONNECTED,
        Outcome.UNKNOWN,
        closed.get() ? "closed" : "the port is gone",
        new org.optihal.hal.error.ErrorContext(
            null, name, null, null, null, closed.get() ? null : "plug the device in again"),
        e);
  }

  @Override
  public void wake() {
    descriptor.wake();
  }

  /** Ours first: the modem lines fall when the last descriptor closes. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      descriptor.close();
      port.closePort();
    }
  }
}
