package org.optihal.drivers.port;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.optihal.hal.link.ByteLink;

/**
 * What a protocol asks of its port.
 *
 * @param resync how a suspect line is cleaned
 * @param grace the device's normal answer time: how long a safety command lets a running exchange
 *     finish
 * @param capacity most callers that may wait
 * @param bus whether several devices may share the link, told apart by address
 * @param decorate wraps each fresh link, such as with a {@link
 *     org.optihal.drivers.link.ListeningLink}
 */
public record PortProfile(
    Resync resync, Duration grace, int capacity, boolean bus, UnaryOperator<ByteLink> decorate) {
  public static PortProfile polled(Resync resync, Duration grace) {
    return new PortProfile(resync, grace, 256, false, UnaryOperator.identity());
  }

  /** The same for a link that several devices share. */
  public PortProfile forBus() {
    return new PortProfile(resync, grace, capacity, true, decorate);
  }
}
