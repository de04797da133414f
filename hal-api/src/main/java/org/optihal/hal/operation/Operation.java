package org.optihal.hal.operation;

import java.util.Optional;
import org.optihal.hal.clock.Deadline;

/**
 * A command under way. Pending is not an error. It makes progress by polls of the driver, whether
 * or not somebody waits.
 *
 * @param <T> what it yields
 */
public interface Operation<T> {
  /** Where it stands. */
  enum State {
    RUNNING,
    /** Settled: nothing more will happen. */
    COMPLETED,
    FAILED,
    CANCELLED,
    /** A newer command for the same point took its place. */
    SUPERSEDED,
    /** The connection broke; the device may go on. */
    LOST
  }

  /** What a request to cancel achieved. */
  enum Cancellation {
    CANCELLED,
    /** It had ended already. */
    TOO_LATE,
    /** The device cannot stop it. */
    NOT_POSSIBLE
  }

  State state();

  /** The latest milestone reached, if any. */
  Optional<Milestone> reached();

  /** One phrase on what it is doing, for people. */
  String progress();

  /**
   * Waits for a milestone.
   *
   * @return the result as known at that milestone
   * @throws org.optihal.hal.error.HalException TIMEOUT when the deadline passed and it is still
   *     running; else the reason why the milestone will not be reached
   */
  T await(Milestone milestone, Deadline deadline);

  Cancellation cancel();
}
