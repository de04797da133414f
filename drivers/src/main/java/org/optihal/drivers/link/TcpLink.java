package org.optihal.drivers.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.optihal.hal.clock.HalClock;

/** A TCP connection. */
final class TcpLink extends PumpedLink {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  TcpLink(String name, HalClock clock, Socket socket) throws IOException {
    super(name, clock);
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    start();
  }

  @Override
  int readBlocking(byte[] into) throws IOException {
    return in.read(into);
  }

  /**
   * The kernel buffers far more than any request; a write that fills even that is broken by close.
   */
  @Override
  public void write(byte[] bytes, int offset, int length, long deadline) {
    failIfGone();
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw disconnected("the connection broke: " + e.getMessage());
    }
  }

  @Override
  void shut() {
    try {
      socket.close();
    } catch (IOException e) {
      // the connection is gone either way
    }
  }
}
