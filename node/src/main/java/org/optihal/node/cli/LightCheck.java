package org.optihal.node.cli;

import org.jspecify.annotations.Nullable;
import org.optihal.hal.Hal;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.event.HalEvent;
import org.optihal.hal.point.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** No command from a terminal makes light by accident: a person says why, and it is on record. */
final class LightCheck {
  private static final Logger LOG = LoggerFactory.getLogger(LightCheck.class);

  @Option(
      names = "--unguarded",
      paramLabel = "REASON",
      description =
          "Why a change that can make, raise or move light may go ahead although no guard has checked"
              + " it against the wiring. The reason is logged.")
  @Nullable String reason;

  /**
   * Lets a command pass that makes no light, or that has a reason.
   *
   * @throws HalException INTERLOCKED, before anything is sent
   */
  void pass(Hal hal, Address point, String what, boolean canMakeLight) {
    if (!canMakeLight) {
      return;
    }
    String why = reason;
    if (why == null || why.isBlank()) {
      throw new HalException(
              Kind.INTERLOCKED,
              Outcome.NOT_SENT,
              what + " can make, raise or move light, and the wiring is not yet checked by a guard")
          .at(point.device())
          .on(link(hal, point.device()))
          .advise(
              "make sure that no detector or eye is in its path, then add --unguarded \"reason\"");
    }
    HalEvent.Unguarded event =
        new HalEvent.Unguarded(hal.clock().wall(), point.device(), point.toString(), why);
    hal.events().publish(event);
    LOG.warn("device={} link={} {}", point.device(), link(hal, point.device()), event.text());
  }

  private static String link(Hal hal, String device) {
    return hal.bench()
        .device(device)
        .flatMap(e -> e.links().values().stream().findFirst())
        .map(Object::toString)
        .orElse("-");
  }
}
