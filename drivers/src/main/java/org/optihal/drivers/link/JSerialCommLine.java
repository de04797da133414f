package org.optihal.drivers.link;

import com.fazecast.jSerialComm.SerialPort;
import org.optihal.hal.link.SerialLine;

/**
 * Speed and modem lines through jSerialComm. A pty has no modem lines; setting them there has no
 * effect.
 */
final class JSerialCommLine implements SerialLine {
  private final SerialPort port;
  private volatile int baud;

  JSerialCommLine(SerialPort port, int baud) {
    this.port = port;
    this.baud = baud;
  }

  @Override
  public int baud() {
    return baud;
  }

  @Override
  public void baud(int newBaud) {
    port.setBaudRate(newBaud);
    baud = newBaud;
  }

  @Override
  public void dtr(boolean on) {
    if (on) {
      port.setDTR();
    } else {
      port.clearDTR();
    }
  }

  @Override
  public void rts(boolean on) {
    if (on) {
      port.setRTS();
    } else {
      port.clearRTS();
    }
  }
}
