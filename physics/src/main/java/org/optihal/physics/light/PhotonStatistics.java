package org.optihal.physics.light;

import org.optihal.physics.Require;

/** How many photons a pulse holds when its mean is known. */
public enum PhotonStatistics {
  /** Coherent light whose phase is unknown: P(n) = exp(-mu) mu^n / n!. */
  POISSON {
    @Override
    double of(int photons, double mean) {
      return mean == 0
          ? 0
          : StrictMath.exp(photons * StrictMath.log(mean) - mean - logFactorial(photons));
    }

    @Override
    double none(double mean) {
      return StrictMath.exp(-mean);
    }

    @Override
    double many(double mean) {
      if (mean > 1) {
        return -StrictMath.expm1(-mean) - mean * StrictMath.exp(-mean);
      }
      // The difference above would cancel; the series of what is left does not.
      double term = mean * mean / 2;
      double sum = 0;
      for (int n = 3; sum + term != sum; n++) {
        sum += term;
        term *= mean / n;
      }
      return sum * StrictMath.exp(-mean);
    }
  },

  /** One mode of thermal light, also one arm of a pair source: P(n) = mu^n / (1 + mu)^(n+1). */
  THERMAL {
    @Override
    double of(int photons, double mean) {
      return StrictMath.pow(mean / (1 + mean), photons) / (1 + mean);
    }

    @Override
    double none(double mean) {
      return 1 / (1 + mean);
    }

    @Override
    double many(double mean) {
      double some = mean / (1 + mean);
      return some * some;
    }
  };

  private static final double HALF_LOG_TWO_PI = StrictMath.log(2 * StrictMath.PI) / 2;

  /** Probability of exactly {@code photons}. */
  public double probability(int photons, double mean) {
    Require.notNegative(photons, "photons");
    Require.notNegative(mean, "mean");
    return photons == 0 ? none(mean) : of(photons, mean);
  }

  /** Probability of an empty pulse, P(0). */
  public double vacuum(double mean) {
    return none(Require.notNegative(mean, "mean"));
  }

  /** Probability of exactly one photon, P(1). */
  public double single(double mean) {
    return probability(1, mean);
  }

  /** Probability of two photons or more, to full precision for weak pulses too. */
  public double multiple(double mean) {
    return many(Require.notNegative(mean, "mean"));
  }

  abstract double of(int photons, double mean);

  abstract double none(double mean);

  abstract double many(double mean);

  private static double logFactorial(int n) {
    if (n < 20) {
      double product = 1;
      for (int i = 2; i <= n; i++) {
        product *= i;
      }
      return StrictMath.log(product);
    }
    // Stirling's series; the first term left out is below 1e-12 from n = 20 on.
    double inverse = 1.0 / n;
    double square = inverse * inverse;
    double correction = inverse * (1 / 12.0 - square * (1 / 360.0 - square / 1260));
    return (n + 0.5) * StrictMath.log(n) - n + HALF_LOG_TWO_PI + correction;
  }
}
