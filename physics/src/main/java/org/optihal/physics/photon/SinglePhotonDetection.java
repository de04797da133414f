package org.optihal.physics.photon;

import java.util.List;
import org.optihal.physics.Require;

/** Rates and probabilities of single-photon detectors in closed form. */
public final class SinglePhotonDetection {
  private SinglePhotonDetection() {}

  /**
   * Probability that a gate clicks on Poissonian light: {@code 1 - (1 - p_d) exp(-eta n)}.
   *
   * @param meanPhotons that arrive in the gate
   */
  public static double clickProbability(
      double darkProbability, double efficiency, double meanPhotons) {
    Require.fraction(darkProbability, "darkProbability");
    Require.fraction(efficiency, "efficiency");
    Require.notNegative(meanPhotons, "meanPhotons");
    double noPhoton = StrictMath.expm1(-efficiency * meanPhotons);
    return darkProbability * (1 + noPhoton) - noPhoton;
  }

  /**
   * Count rate when events in the dead time are lost and do not prolong it: {@code R / (1 + R
   * tau)}.
   *
   * @param rate of events that an always armed detector would count: efficiency times photons, plus
   *     dark counts
   */
  public static double nonParalyzable(double rate, double deadTime) {
    Require.notNegative(rate, "rate");
    Require.notNegative(deadTime, "deadTime");
    return rate / (1 + rate * deadTime);
  }

  /** Inverse of {@link #nonParalyzable}; refuses count rates of 1 / deadTime and more. */
  public static double deadTimeCorrected(double countRate, double deadTime) {
    Require.notNegative(countRate, "countRate");
    Require.notNegative(deadTime, "deadTime");
    if (countRate * deadTime >= 1) {
      throw new IllegalArgumentException(
          "countRate must be less than 1 / deadTime = " + 1 / deadTime + ", not " + countRate);
    }
    return countRate / (1 - countRate * deadTime);
  }

  /**
   * Variance of the counts in a time long against the dead time, {@code R T / (1 + R tau)^3}:
   * renewal theory, as in J. W. Müller, "Dead-time problems", Nucl. Instrum. Methods 112, 47
   * (1973).
   */
  public static double nonParalyzableVariance(double rate, double deadTime, double duration) {
    Require.notNegative(duration, "duration");
    double live = 1 / (1 + rate * deadTime);
    return nonParalyzable(rate, deadTime) * duration * live * live;
  }

  /** Count rate when every event prolongs the dead time: {@code R exp(-R tau)}. */
  public static double paralyzable(double rate, double deadTime) {
    Require.notNegative(rate, "rate");
    Require.notNegative(deadTime, "deadTime");
    return rate * StrictMath.exp(-rate * deadTime);
  }

  /**
   * Count rate when after the dead time the efficiency returns as {@code 1 - exp(-t / tau_r)}, the
   * model of Krause and Walenta, arXiv 2507.10361. With a = R tau_r the mean time from arming to
   * click, the integral of {@code exp(-R t + a (1 - exp(-t / tau_r)))}, is the series {@code (1 /
   * R) sum over n of a^n / ((a + 1) ... (a + n))} of the incomplete gamma function.
   *
   * @param recoveryTime tau_r; with 0 this is {@link #nonParalyzable}
   */
  public static double recovering(double rate, double deadTime, double recoveryTime) {
    Require.notNegative(rate, "rate");
    Require.notNegative(deadTime, "deadTime");
    double a = rate * Require.notNegative(recoveryTime, "recoveryTime");
    if (a > 1e10) {
      throw new IllegalArgumentException("rate * recoveryTime must be at most 1e10, not " + a);
    }
    double sum = 0;
    double term = 1;
    for (double n = 1; term > 1e-17 * sum; n++) {
      sum += term;
      term *= a / (a + n);
    }
    return rate / (sum + rate * deadTime);
  }

  /**
   * Clicks per gate when each click blanks the next gates: {@code p / (1 + N_d p)}.
   *
   * @param clickProbability of a gate that is not blanked
   */
  public static double gated(double clickProbability, double deadGates) {
    Require.fraction(clickProbability, "clickProbability");
    Require.notNegative(deadGates, "deadGates");
    return clickProbability / (1 + deadGates * clickProbability);
  }

  /** Probability of an after-pulse behind a hold-off: {@code Q exp(-tau_h / tau_d)}. */
  public static double afterPulse(double amplitude, double lifetime, double holdOff) {
    return afterPulse(List.of(new Trap(amplitude, lifetime)), holdOff);
  }

  /** Probability of an after-pulse behind a hold-off: the sum over the traps. */
  public static double afterPulse(List<Trap> traps, double holdOff) {
    Require.notNegative(holdOff, "holdOff");
    double sum = 0;
    for (Trap trap : traps) {
      sum += trap.amplitude() * StrictMath.exp(-holdOff / trap.lifetime());
    }
    return sum;
  }

  /**
   * Counts for each primary count at low light, after-pulses of all orders: {@code 1 / (1 - p)}.
   *
   * @param afterPulseProbability less than 1
   */
  public static double afterPulseGain(double afterPulseProbability) {
    Require.fraction(afterPulseProbability, "afterPulseProbability");
    if (afterPulseProbability == 1) {
      throw new IllegalArgumentException("afterPulseProbability must be less than 1");
    }
    return 1 / (1 - afterPulseProbability);
  }

  /**
   * Photons per second that the detector's own avalanches send back into the line.
   *
   * @param probability that an avalanche emits a photon into the detector's fibre
   * @param transmission from the detector to whoever listens
   */
  public static double backflashRate(double countRate, double probability, double transmission) {
    Require.notNegative(countRate, "countRate");
    Require.fraction(probability, "probability");
    return countRate * probability * Require.fraction(transmission, "transmission");
  }

  /**
   * Probability that a listener with a detector of its own sees the backflash of one detection.
   *
   * @param listenerEfficiency of the detector that listens
   */
  public static double backflashDetection(
      double probability, double transmission, double listenerEfficiency) {
    Require.fraction(listenerEfficiency, "listenerEfficiency");
    return backflashRate(1, probability, transmission) * listenerEfficiency;
  }
}
