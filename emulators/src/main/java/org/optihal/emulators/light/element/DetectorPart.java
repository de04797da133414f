package org.optihal.emulators.light.element;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.bench.Element;

/** An element where light ends, and which too much of it damages for good. */
public abstract class DetectorPart extends ElementPart {
  static final int IN = 0;

  private final double standsWatts;
  private double worstWatts;
  private @Nullable String damage;

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

  /** Damage outlasts a change of parameters. */
  @Override
  public void inherit(ElementPart old) {
    if (old instanceof DetectorPart past) {
      worstWatts = past.worstWatts;
      damage = past.damage;
    }
  }

  /** Remembers the strongest harmful light that it was looked at with. */
  final void endure(double watts, long nanos) {
    if (watts > standsWatts && watts > worstWatts) {
      worstWatts = watts;
      damage =
          String.format(
              Locale.ROOT,
              "%s got %.1f dBm at %.3f s, it stands %.1f dBm",
              name(),
              10 * StrictMath.log10(watts) + 30,
              nanos / 1e9,
              10 * StrictMath.log10(standsWatts) + 30);
    }
  }

  /** What light has done to it, in a line, if it has. */
  public final Optional<String> damage() {
    return Optional.ofNullable(damage);
  }
}
