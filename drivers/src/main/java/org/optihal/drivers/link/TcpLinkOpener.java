package org.optihal.drivers.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.Link;
import org.optihal.hal.link.LinkOpener;

/** Opens {@code tcp://host:port}. */
public final class TcpLinkOpener implements LinkOpener {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?<host>\\[[0-9a-fA-F:.%]+]|[A-Za-z0-9._-]+):(?<port>\\d{1,5})");

  @Override
  public Set<String> schemes() {
    return Set.of("tcp");
  }

  @Override
  public Link open(DeviceUrl url, HalClock clock, Deadline deadline) {
    RealLinks.requireRealTime(clock, url);
    url.requireOnly(Set.of());
    Matcher m = HOST_AND_PORT.matcher(url.target());
    int port = m.matches() ? Integer.parseInt(m.group("port")) : 0;
    if (port < 1 || port > 65535) {
      throw HalException.configuration("'" + url + "' names no host and port")
          .advise("write tcp://host:5025");
    }
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, deadline.left(clock).toMillis()));
      socket.connect(new InetSocketAddress(m.group("host"), port), millis);
      return new TcpLink(url.toString(), clock, socket);
    } catch (IOException e) {
      closeQuietly(socket);
      throw failure(e).on(url.toString());
    }
  }

  private static HalException failure(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return new HalException(Kind.TIMEOUT, Outcome.NOT_SENT, "the host does not answer")
          .advise("check address, cable and firewall");
    }
    if (e instanceof ConnectException) {
      return new HalException(
              Kind.NOT_FOUND, Outcome.NOT_SENT, "nobody listens there: " + e.getMessage())
          .advise("check port number and that the instrument's network interface is on");
    }
    return new HalException(Kind.NOT_FOUND, Outcome.NOT_SENT, "cannot connect: " + e.getMessage())
        .advise("check the host name");
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // never connected
    }
  }
}
