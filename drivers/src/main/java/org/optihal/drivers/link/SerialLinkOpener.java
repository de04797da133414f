package org.optihal.drivers.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.Link;
import org.optihal.hal.link.LinkOpener;
import org.optihal.linux.Access;
import org.optihal.linux.Descriptor;
import org.optihal.linux.Natives;
import org.optihal.linux.PortOwner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens {@code serial:///dev/…?baud=9600&dtr=on&rts=on&rtscts=off}, always 8 data bits, no parity,
 * one stop bit.
 *
 * <p>jSerialComm opens, configures and locks the port. The bytes go over a second, non-blocking
 * descriptor where Linux and JNA are there, because its own timeouts come in steps of 100 ms and
 * cannot be woken.
 */
public final class SerialLinkOpener implements LinkOpener {
  private static final Logger LOG = LoggerFactory.getLogger(SerialLinkOpener.class);
  private static final Set<String> PARAMETERS = Set.of("baud", "dtr", "rts", "rtscts");
  private static final int MIN_BAUD = 300;
  private static final int MAX_BAUD = 12_000_000;
  private static final Set<Integer> NO_UART = Set.of(5, 25); // EIO, ENOTTY of Linux

  @Override
  public Set<String> schemes() {
    return Set.of("serial");
  }

  /** Two names of one port are one port. */
  @Override
  public String canonical(DeviceUrl url) {
    try {
      return "serial:" + Path.of(url.target()).toRealPath();
    } catch (IOException e) {
      return LinkOpener.super.canonical(url); // absent now; opening will say so
    }
  }

  @Override
  public Link open(DeviceUrl url, HalClock clock, Deadline deadline) {
    RealLinks.requireRealTime(clock, url);
    url.requireOnly(PARAMETERS);
    Path node = Path.of(url.target());
    int baud = url.integer("baud", 9600, MIN_BAUD, MAX_BAUD);
    boolean dtr = url.flag("dtr", true);
    boolean rts = url.flag("rts", true);
    boolean rtsCts = url.flag("rtscts", false);
    String name = url.toString();
    try {
      requireUsable(node, name);
      Natives.prepare();
      Path real = node.toRealPath(); // once: lock and bytes must be on one device
      SerialPort port = SerialPort.getCommPort(real.toString());
      port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setFlowControl(
          rtsCts
              ? SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED
              : SerialPort.FLOW_CONTROL_DISABLED);
      port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
      setLines(port, dtr, rts); // before opening: on some boards these lines switch the light
      if (!port.openPort(0)) {
        throw refused(port, node, name);
      }
      try {
        return new SerialLink(name, port, Descriptor.open(real), baud);
      } catch (LinkageError e) {
        LOG.warn("link={} without JNA or off Linux: slower, by jSerialComm alone ({})", name, e);
        return new JSerialCommLink(name, clock, port, baud);
      } catch (IOException e) {
        port.closePort();
        throw e;
      }
    } catch (SerialPortInvalidPortException e) {
      throw new HalException(
          Kind.NOT_FOUND,
          Outcome.NOT_SENT,
          "it is no serial port",
          new ErrorContext(null, name, null, null, null, "check the path"),
          e);
    } catch (IOException e) {
      throw new HalException(
          Kind.NOT_FOUND,
          Outcome.NOT_SENT,
          "it cannot be opened: " + e.getMessage(),
          new ErrorContext(null, name, null, null, null, "check the path"),
          e);
    }
  }

  private static void requireUsable(Path node, String name) throws IOException {
    if (!Files.exists(node)) {
      throw new HalException(Kind.NOT_FOUND, Outcome.NOT_SENT, "there is no " + node)
          .on(name)
          .advise("plug the device in, or look for its name with 'optihal scan'");
    }
    if (Files.isRegularFile(node) || Files.isDirectory(node)) {
      throw new HalException(Kind.NOT_FOUND, Outcome.NOT_SENT, node + " is no serial port")
          .on(name)
          .advise("check the path");
    }
    Access access = Access.of(node);
    if (!access.usable()) {
      throw new HalException(Kind.NO_PERMISSION, Outcome.NOT_SENT, "this user may not open " + node)
          .on(name)
          .advise(access.advice());
    }
  }

  private static HalException refused(SerialPort port, Path node, String name) throws IOException {
    if (NO_UART.contains(port.getLastErrorCode())) {
      return new HalException(
              Kind.NOT_FOUND, Outcome.NOT_SENT, node + " is no serial port, or none is behind it")
          .on(name)
          .advise("check the path");
    }
    List<PortOwner> owners = PortOwner.of(node);
    if (!owners.isEmpty()) {
      return new HalException(
              Kind.IN_USE, Outcome.NOT_SENT, node + " is in use by " + PortOwner.list(owners))
          .on(name)
          .advise("stop that program, or use another port");
    }
    return new HalException(
            Kind.IN_USE,
            Outcome.NOT_SENT,
            node + " cannot be opened (error " + port.getLastErrorCode() + ")")
        .on(name)
        .advise("see who uses it with 'optihal doctor'");
  }

  static void setLines(SerialPort port, boolean dtr, boolean rts) {
    if (dtr) {
      port.setDTR();
    } else {
      port.clearDTR();
    }
    if (rts) {
      port.setRTS();
    } else {
      port.clearRTS();
    }
  }
}
