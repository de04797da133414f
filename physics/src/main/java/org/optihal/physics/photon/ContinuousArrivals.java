package org.optihal.physics.photon;

import org.jspecify.annotations.Nullable;
import org.optihal.physics.random.RandomStream;

/** A Poisson process of constant rate while armed: detectable photons and dark counts. */
final class ContinuousArrivals {
  private final RandomStream random;
  private final @Nullable GateGrid gates;

  /** Mean distance, in ps, or in gates when gated. */
  private final double scale;

  private double next = Double.NEGATIVE_INFINITY;
  private double gate = Double.NEGATIVE_INFINITY;
  private double part;

  ContinuousArrivals(RandomStream random, double ratePerPicosecond, @Nullable GateGrid gates) {
    this.random = random;
    this.gates = gates;
    this.scale = 1 / (gates == null ? ratePerPicosecond : ratePerPicosecond * gates.width());
    if (Double.isInfinite(scale)) {
      next = Double.POSITIVE_INFINITY;
    }
  }

  double next() {
    return next;
  }

  /** Forgets what comes at or before a time; by lack of memory, what follows starts anew there. */
  void skipTo(double time) {
    if (next > time) {
      return;
    }
    if (gates == null) {
      next = time + random.exponential() * scale;
      return;
    }
    gate = gates.index(time);
    part = gates.part(time, gate);
    advance();
  }

  void advance() {
    if (gates == null) {
      next += random.exponential() * scale;
      return;
    }
    // Only the time inside gates passes.
    part += random.exponential() * scale;
    double whole = Math.floor(part);
    gate += whole;
    part -= whole;
    next = gates.opening(gate) + part * gates.width();
  }
}
