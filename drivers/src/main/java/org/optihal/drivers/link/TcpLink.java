package org.optihal.drivers.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.optihal.hal.clock.Cancellable;
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

  /** A socket's write has no deadline: one that hangs is ended by closing the connection. */
  @Override
  public void write(byte[] bytes, int offset, int length, long deadline) {
    failIfGone();
    Cancellable guard = clock.after(Math.max(0, deadline - clock.nanos()), this::close);
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw disconnected("the connection broke: " + e.getMessage());
    } finally {
      guard.cancel();
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
