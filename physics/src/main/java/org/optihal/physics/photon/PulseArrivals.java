package org.optihal.physics.photon;

import org.optihal.physics.random.NormalDistribution;
import org.optihal.physics.random.RandomStream;

/**
 * Detectable photons of a pulse train: a Poisson process over (pulse number + quantile in the
 * pulse), where its rate is constant, mapped to time.
 */
final class PulseArrivals {
  /** Photons per pulse from which it pays to look for the place in the pulse. */
  private static final double MANY = 8;

  /** A pulse that is this many deviations long is as good as endless. */
  private static final double FAR = 37;

  private final RandomStream random;
  private final double period;
  private final double frequency;
  private final double start;
  private final double deviation;
  private final double lowestQuantile;

  /** Mean distance in pulses. */
  private final double scale;

  private double next = Double.NEGATIVE_INFINITY;
  private double pulse = Double.NEGATIVE_INFINITY;
  private double part;

  PulseArrivals(RandomStream random, PulseTrain train, double efficiency, long origin) {
    this.random = random;
    period = Periods.period(train.rate());
    frequency = 1 / period;
    start = Periods.lastStart(origin, period, train.phase());
    deviation = train.width() * 1e12 / Jitter.WIDTH;
    lowestQuantile =
        deviation == 0 ? 0 : NormalDistribution.above(Math.min(period / 2 / deviation, FAR));
    scale = 1 / (train.meanPhotons() * efficiency);
    if (Double.isInfinite(scale)) {
      next = Double.POSITIVE_INFINITY;
    }
  }

  double next() {
    return next;
  }

  /** Forgets what comes at or before a time. */
  void skipTo(double time) {
    if (next > time) {
      return;
    }
    double current = Math.floor((time - start) * frequency + 0.5);
    if (current > pulse) {
      pulse = current;
      part = 0;
    }
    if (current == pulse && scale < 1 / MANY) {
      part = Math.max(part, partBefore(time));
    }
    do {
      advance();
    } while (next <= time);
  }

  void advance() {
    part += random.exponential() * scale;
    double whole = Math.floor(part);
    pulse += whole;
    part -= whole;
    next = time(part);
  }

  private double time(double quantile) {
    double center = start + pulse * period;
    return deviation == 0
        ? center
        : center
            + deviation
                * NormalDistribution.quantile(lowestQuantile + (1 - 2 * lowestQuantile) * quantile);
  }

  /** A quantile not far below that of the time, found by halving. */
  private double partBefore(double time) {
    double low = 0;
    double high = 1;
    if (time >= time(1)) {
      return 1;
    }
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (time(middle) <= time) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
