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
 * @param decorate wraps each fresh link, such as with a {@link
 *     org.optihal.drivers.link.ListeningLink}
 */
public record PortProfile(
    Resync resync, Duration grace, int capacity, UnaryOperator<ByteLink> decorate) {
  public static PortProfile polled(Resync resync, Duration grace) {
    return new PortProfile(resync, grace, 256, UnaryOperator.identity());
  }
}
