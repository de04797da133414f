package org.optihal.drivers.device;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.optihal.drivers.port.Port;
import org.optihal.drivers.port.Priority;
import org.optihal.drivers.port.Session;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;

/**
 * A device's way to its port in one life of the link: budgets, retries, and the device's name in
 * every error.
 */
public final class Line {
  private final String device;
  private final Port port;
  private final long epoch;
  private final Budget budget;
  private final AtomicLong retries;

  Line(String device, Port port, long epoch, Budget budget, AtomicLong retries) {
    this.device = device;
    this.port = port;
    this.epoch = epoch;
    this.budget = budget;
    this.retries = retries;
  }

  public Port port() {
    return port;
  }

  public long epoch() {
    return epoch;
  }

  /**
   * Runs a session, again after line trouble if {@code effect} allows it, and ends by {@code
   * deadline}.
   */
  public <T> T call(Priority priority, Effect effect, Deadline deadline, Session<T> session) {
    return call(priority, effect, deadline, null, session);
  }

  /**
   * Like {@link #call(Priority, Effect, Deadline, Session)}; {@code blind} is sent first on a
   * suspect line.
   */
  public <T> T call(
      Priority priority,
      Effect effect,
      Deadline deadline,
      byte @Nullable [] blind,
      Session<T> session) {
    for (int attempt = 1; ; attempt++) {
      long left = deadline.nanos() - port.clock().nanos();
      if (left <= 0) {
        throw new HalException(Kind.TIMEOUT, Outcome.NOT_SENT, "no time left")
            .at(device)
            .on(port.name());
      }
      long queue = Math.min(left / 2, budget.queue().toNanos());
      long all = Math.min(left - queue, budget.session().toNanos());
      try {
        return port.call(
            priority,
            epoch,
            queue,
            all,
            blind,
            exchange -> {
              exchange.answerWithin(budget.io().toNanos());
              return session.run(exchange);
            });
      } catch (HalException e) {
        boolean again = effect.isRepeatable() && isTrouble(e.kind()) && attempt < budget.attempts();
        if (!again || deadline.hasPassed(port.clock())) {
          throw told(e, effect);
        }
        retries.incrementAndGet();
      }
    }
  }

  private HalException told(HalException e, Effect effect) {
    boolean harmless = effect == Effect.READ && e.outcome() == Outcome.UNKNOWN;
    return (harmless ? e.outcome(Outcome.NOT_APPLICABLE) : e).at(device);
  }

  /** Trouble of the line, not an answer. */
  private static boolean isTrouble(Kind kind) {
    return kind != Kind.BUSY && passes(kind);
  }

  /** Whether asking again later is worth while: trouble of the line, or somebody else's turn. */
  static boolean passes(Kind kind) {
    return switch (kind) {
      case TIMEOUT, FRAMING, CHECKSUM, UNEXPECTED_REPLY, PREEMPTED, BUSY -> true;
      default -> false;
    };
  }
}
