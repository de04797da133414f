package org.optihal.emulators.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands over TCP, on 127.0.0.1 and a port of the system's choice: a line in, a line of JSON out.
 * Whoever can open a connection on this computer may give commands, so it is for test benches.
 */
public final class ControlChannel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlChannel.class);
  private static final int MAX_CLIENTS = 8;
  private static final long CLOSING_NANOS = Duration.ofSeconds(2).toNanos();

  private final HalClock clock;
  private final UnaryOperator<String> control;
  private final ServerSocket server;
  private final Set<Socket> clients = new LinkedHashSet<>();
  private final List<Task> serving = new ArrayList<>();
  private final Task acceptor;

  /**
   * Opens the port.
   *
   * @param control answers one line
   */
  public ControlChannel(HalClock clock, UnaryOperator<String> control) throws IOException {
    this.clock = clock;
    this.control = control;
    this.server =
        new ServerSocket(0, MAX_CLIENTS, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    this.acceptor = clock.spawn("control", this::accept);
  }

  /** The port it listens on. */
  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket client = server.accept();
        if (!admit(client)) {
          client.close();
        }
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        LOG.error("link=control port lost: {}", e.toString());
      }
    }
  }

  private boolean admit(Socket client) {
    synchronized (clients) {
      if (server.isClosed() || clients.size() >= MAX_CLIENTS) {
        return false;
      }
      clients.add(client);
      serving.removeIf(Task::isDone);
      serving.add(clock.spawn("control-client", () -> serve(client)));
      return true;
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      for (String line = readLine(in); line != null; line = readLine(in)) {
        if (line.contains(" HTTP/")) {
          return; // a browser was talked into it: its next lines could be anything
        }
        String answer = control.apply(line) + "\n";
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      LOG.debug("link=control client left: {}", e.toString());
    } finally {
      synchronized (clients) {
        clients.remove(client);
      }
    }
  }

  /** A line without its end; one byte too long is enough to fail, so nobody can fill the memory. */
  private static @Nullable String readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null; // half a line is no command
      }
      if (line.size() >= Control.MAX_LINE) {
        throw new IOException("a line of more than " + Control.MAX_LINE + " bytes");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Hangs up on everybody, and waits for a bounded time until nothing is left; idempotent. */
  @Override
  public void close() {
    try {
      server.close();
      synchronized (clients) {
        for (Socket client : clients) {
          client.close();
        }
      }
    } catch (IOException e) {
      LOG.warn("link=control closing: {}", e.toString());
    }
    // A socket is not gone before the thread that waits on it has noticed.
    long deadline = clock.nanos() + CLOSING_NANOS;
    boolean ended = acceptor.join(deadline);
    List<Task> last;
    synchronized (clients) {
      last = List.copyOf(serving);
    }
    for (Task task : last) {
      ended &= task.join(deadline);
    }
    if (!ended) {
      LOG.warn("link=control did not end in time");
    }
  }
}
