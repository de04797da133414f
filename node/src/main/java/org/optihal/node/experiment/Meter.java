package org.optihal.node.experiment;

import java.util.List;
import java.util.Optional;

/** What a bench would report of one link. */
public interface Meter {
  /** What it gives, always the same. */
  List<Quantity> quantities();

  /**
   * Looks at the light now, and draws what is counted while it stays like this.
   *
   * @param now seconds since the run began
   * @param seconds for which it counts
   * @return a value for each quantity; NaN where there is none yet
   */
  double[] sample(double now, double seconds);

  /** The spectrum now, of meters that have one. */
  default Optional<Spectrum> spectrum() {
    return Optional.empty();
  }
}
