package org.optihal.physics.photon;

import java.util.List;
import org.optihal.physics.Require;

/**
 * After-pulses at any light, in closed form. A trapped carrier counts if its release finds the
 * detector armed, so strong light drowns after-pulses. Clicks are taken for a renewal process: each
 * forgets the carriers that older ones left. {@link AvalancheSimulator} remembers them; count rates
 * agree within 0.2 %.
 */
public final class AfterPulses {
  private AfterPulses() {}

  /**
   * Probability that a count of a free-running detector leaves another one. With z = 1 / lifetime
   * and f(z) the Laplace transform of the density of intervals between counts, renewal theory (D.
   * R. Cox, Renewal Theory, 1962) has counts at the rate m(z) = f / (1 - f) behind a count, and the
   * carrier released among them at {@code Q z m(z) / R}: without recovery {@code Q e / (1 + R (1 -
   * e) / z)} with {@code e = exp(-z deadTime)}. In the dark that is {@link
   * SinglePhotonDetection#afterPulse(List, double)} if there is no recovery.
   *
   * @param rate R of events, after-pulses among them, that an always armed detector would count
   * @param recoveryTime as that of {@link SinglePhotonDetection#recovering}
   */
  public static double probability(
      List<Trap> traps, double rate, double deadTime, double recoveryTime) {
    Require.notNegative(rate, "rate");
    Require.notNegative(deadTime, "deadTime");
    Require.notNegative(recoveryTime, "recoveryTime");
    double sum = 0;
    for (Trap trap : traps) {
      double z = 1 / trap.lifetime();
      double perRate = firstEvent(rate, z, recoveryTime) * StrictMath.exp(-z * deadTime);
      double ready = z * perRate / (1 - rate * perRate);
      sum += trap.amplitude() * Math.min(1, ready); // rounded
    }
    return sum;
  }

  /**
   * Rate of events, after-pulses among them, that an always armed detector would count: the R that
   * is {@code rate / (1 - p(R))}. Give it to {@link SinglePhotonDetection#recovering} for counts.
   *
   * @param rate of photons and dark counts
   */
  public static double eventRate(
      double rate, List<Trap> traps, double deadTime, double recoveryTime) {
    Require.notNegative(rate, "rate");
    if (traps.isEmpty()) {
      return rate;
    }
    return rate
        * Crossing.of(
            gain ->
                SinglePhotonDetection.afterPulseGain(
                    probability(traps, gain * rate, deadTime, recoveryTime)),
            0);
  }

  /** Gates that open within the hold-off of a click in the middle of a gate. */
  public static double deadGates(Gate gate, double deadTime) {
    Require.notNegative(deadTime, "deadTime");
    double next = StrictMath.ceil((deadTime + gate.width() / 2) * gate.rate());
    return Math.max(gate.blankedGates(), next - 1);
  }

  /**
   * Probability that a click in the middle of a gate leaves a carrier that is released in a gate
   * that is not blanked: {@code Q 2 sinh(w / 2 tau) x^(N+1) / (1 - (1 - P) x - P x^(N+1))} with
   * {@code x = exp(-T / tau)}, N dead gates and T between gates. Of the profile only the width
   * counts.
   *
   * @param clickProbability P of a gate that is not blanked, after-pulses among the clicks
   */
  public static double gatedProbability(
      List<Trap> traps, Gate gate, double deadTime, double clickProbability) {
    double p = Require.fraction(clickProbability, "clickProbability");
    double dead = deadGates(gate, deadTime);
    double sum = 0;
    for (Trap trap : traps) {
      double gates = 1 / (gate.rate() * trap.lifetime()); // T / tau
      double width = gate.width() / trap.lifetime();
      double inside = -StrictMath.expm1(-width);
      double first = StrictMath.exp(width / 2 - (dead + 1) * gates);
      double live = -(1 - p) * StrictMath.expm1(-gates) - p * StrictMath.expm1(-(dead + 1) * gates);
      sum += trap.amplitude() * inside * first / live;
    }
    return sum;
  }

  /**
   * Probability that a gate that is not blanked clicks, after-pulses among the clicks: the P that
   * is {@code c / (1 - (1 - c) p(P))}; a carrier adds nothing to a gate that clicks anyway.
   *
   * @param clickProbability c by photons and dark counts
   */
  public static double gatedClick(
      double clickProbability, List<Trap> traps, Gate gate, double deadTime) {
    double c = Require.fraction(clickProbability, "clickProbability");
    if (c == 0 || traps.isEmpty()) {
      return c;
    }
    return Crossing.of(
        all -> c / (1 - (1 - c) * gatedProbability(traps, gate, deadTime, Math.min(1, all))), 0);
  }

  /**
   * Laplace transform of the time from arming to the next event, over the rate: with a = R tau_r
   * and c = (R + z) tau_r the series {@code tau_r sum of (n + 1) a^n / (c ... (c + n + 1))}.
   */
  private static double firstEvent(double rate, double z, double recoveryTime) {
    if (recoveryTime == 0) {
      return 1 / (rate + z);
    }
    double a = rate * recoveryTime;
    double c = (rate + z) * recoveryTime;
    if (a > 1e10) {
      throw new IllegalArgumentException("rate * recoveryTime must be at most 1e10, not " + a);
    }
    double sum = 0;
    double term = 1 / (c * (c + 1));
    for (double n = 0; (n + 1) * term > 1e-17 * sum; n++) {
      sum += (n + 1) * term;
      term *= a / (c + n + 2);
    }
    return recoveryTime * sum;
  }
}
