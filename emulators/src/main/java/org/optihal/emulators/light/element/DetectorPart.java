package org.optihal.emulators.light.element;

import java.util.Locale;
import java.util.Optional;
import org.optihal.hal.bench.Element;

/** An element where light ends, and which too much of it damages for good. */
public abstract class DetectorPart extends ElementPart {
  static final int IN = 0;

  private final double standsWatts;
  private double worstWatts;
  private long worstNanos;

  /**
   * @param standsWatts more light damages it
   */
  DetectorPart(Element element, double standsWatts) {
    super(element);
    this.standsWatts = standsWatts;
    if (!(standsWatts > 0)) {
      throw wrong("max-input", "no detector is damaged by darkness");
    }
  }

  @Override
  public final boolean leads(int from, int to) {
    return false;
  }

  @Override
  public final double transmittance(int from, int to, double low, double high) {
    return 0;
  }

  /** Remembers the strongest light. */
  final void endure(double watts, long nanos) {
    if (watts > worstWatts) {
      worstWatts = watts;
      worstNanos = nanos;
    }
  }

  /** What light has done to it, in a line, if it has. */
  public final Optional<String> damage() {
    if (worstWatts <= standsWatts) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s got %.1f dBm at %.3f s, it stands %.1f dBm",
            name(),
            10 * StrictMath.log10(worstWatts) + 30,
            worstNanos / 1e9,
            10 * StrictMath.log10(standsWatts) + 30));
  }
}
