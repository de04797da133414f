package org.optihal.drivers.link;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.util.Optional;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.link.SerialLine;

/** A serial port by jSerialComm alone, where Linux or JNA is missing: sound, and slower. */
final class JSerialCommLink extends PumpedLink {
  private final SerialPort port;
  private final JSerialCommLine line;

  JSerialCommLink(String name, HalClock clock, SerialPort port, int baud) {
    super(name, clock);
    this.port = port;
    this.line = new JSerialCommLine(port, baud);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 0, 0);
    start();
  }

  @Override
  public Optional<SerialLine> serial() {
    return Optional.of(line);
  }

  @Override
  int readBlocking(byte[] into) throws IOException {
    return port.readBytes(into, into.length); // -1 when the port is gone
  }

  @Override
  public void write(byte[] bytes, int offset, int length, long deadline) {
    failIfGone();
    if (port.writeBytes(bytes, length, offset) != length) {
      throw disconnected("the port is gone"); // a short write is how it shows an unplug
    }
  }

  @Override
  void shut() {
    port.closePort(); // frees the blocked read
  }
}
