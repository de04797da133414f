package org.optihal.physics.fibre;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/**
 * Direction of the quantum channel relative to the classical light that disturbs it, with the
 * lengths over which noise scattered all along a fiber adds up (P. Eraerds et al., New J. Phys. 12,
 * 063027 (2010)). Launched power times a coefficient per km times such a length is the noise at the
 * end where the quantum receiver is: the far end for {@link #CO}, for {@link #COUNTER} the end
 * where the classical light enters.
 */
public enum Propagation {
  CO {
    @Override
    double length(double pump, double quantum, double length) {
      // (exp(-a_p L) - exp(-a_q L)) / (a_q - a_p) without the difference of near-equal numbers.
      return length
          * StrictMath.exp(-Math.min(pump, quantum) * length)
          * Integrals.decay(Math.abs(quantum - pump) * length);
    }

    @Override
    double square(double pump, double quantum, double length) {
      return length * length(pump, quantum, length);
    }
  },

  COUNTER {
    @Override
    double length(double pump, double quantum, double length) {
      return length * Integrals.decay((pump + quantum) * length);
    }

    @Override
    double square(double pump, double quantum, double length) {
      return 2 * length * length * Integrals.rampedDecay((pump + quantum) * length);
    }
  };

  /**
   * Effective length in km of noise that arises in the classical channel's own core. Co-propagating
   * with equal losses it is L exp(-a L), counter-propagating (1 - exp(-2 a L)) / 2 a.
   */
  public double effectiveLengthKm(
      double pumpLossDbPerKm, double quantumLossDbPerKm, double lengthKm) {
    return length(
        Decibels.toNepers(pumpLossDbPerKm),
        Decibels.toNepers(quantumLossDbPerKm),
        Require.notNegative(lengthKm, "lengthKm"));
  }

  /** As {@link #effectiveLengthKm}, in km², for noise in a core beside; see {@link MultiCore}. */
  double effectiveSquareKm(double pumpLossDbPerKm, double quantumLossDbPerKm, double lengthKm) {
    return square(
        Decibels.toNepers(pumpLossDbPerKm),
        Decibels.toNepers(quantumLossDbPerKm),
        Require.notNegative(lengthKm, "lengthKm"));
  }

  abstract double length(double pump, double quantum, double length);

  abstract double square(double pump, double quantum, double length);
}
