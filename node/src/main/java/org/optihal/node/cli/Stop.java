package org.optihal.node.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Signal;

/** The wish that a command ends: Ctrl-C, SIGTERM, or the end of its input. */
final class Stop {
  private final List<Signal> waiters = new CopyOnWriteArrayList<>();
  private volatile boolean requested;

  void request() {
    requested = true;
    waiters.forEach(Signal::raise);
  }

  boolean isRequested() {
    return requested;
  }

  /** Waits for the wish; false when the deadline passed first. */
  boolean await(HalClock clock, Deadline deadline) {
    Signal signal = clock.signal("the end of the command");
    waiters.add(signal);
    try {
      while (!requested && signal.await(deadline.nanos())) {
        // a hint only: look again
      }
      return requested;
    } finally {
      waiters.remove(signal);
    }
  }
}
