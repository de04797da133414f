package example;

import java.time.Duration;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.FrequencyOffset;

/** The application under test: two lasers, a fixed beat frequency apart. */
public final class Heterodyne {
  private final TunableLaser signal;
  private final TunableLaser localOscillator;
  private final HalClock clock;

  public Heterodyne(TunableLaser signal, TunableLaser localOscillator, HalClock clock) {
    this.signal = signal;
    this.localOscillator = localOscillator;
    this.clock = clock;
  }

  /** Tunes both in the dark, then lets both emit; returns when both have settled. */
  public void start(Frequency frequency, FrequencyOffset beat) {
    Deadline deadline = Deadline.in(clock, Duration.ofMinutes(2));
    signal.frequency().apply(frequency).await(Milestone.SETTLED, deadline);
    localOscillator.frequency().apply(frequency.plus(beat)).await(Milestone.SETTLED, deadline);
    signal.enabled().apply(true).await(Milestone.SETTLED, deadline);
    localOscillator.enabled().apply(true).await(Milestone.SETTLED, deadline);
  }
}
