package org.optihal.drivers.laser;

import java.time.Duration;
import java.util.Optional;
import org.optihal.drivers.port.Port;
import org.optihal.drivers.port.Priority;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Identity;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.Link;
import org.optihal.hal.link.WireTaps;
import org.optihal.hal.spi.Probe;

/**
 * Recognizes an ITLA module by reading its identity at 9600 baud, or at whatever speed the link was
 * opened.
 */
final class ItlaProbe implements Probe {
  private static final Duration ANSWER_TIME = Duration.ofMillis(100);

  @Override
  public Optional<Identity> identify(Link link, HalClock clock, Deadline deadline) {
    if (!(link instanceof ByteLink bytes)) {
      return Optional.empty();
    }
    Port port =
        new Port(
            link.name(),
            clock,
            new ItlaResync(ANSWER_TIME.toNanos()),
            1,
            ANSWER_TIME.toNanos(),
            new WireTaps().point(link.name()));
    long epoch = port.up(bytes);
    long half = deadline.left(clock).toNanos() / 2;
    try {
      return Optional.of(
          port.call(
              Priority.COMMAND,
              epoch,
              half,
              half,
              x -> ItlaDevice.identity(new ItlaTransaction(x, false))));
    } catch (HalException e) {
      if (e.kind() == Kind.DISCONNECTED) {
        throw e;
      }
      return Optional.empty(); // whatever it is, it does not talk like a module
    } finally {
      port.down(new HalException(Kind.CLOSED, Outcome.NOT_APPLICABLE, "probed"));
    }
  }
}
