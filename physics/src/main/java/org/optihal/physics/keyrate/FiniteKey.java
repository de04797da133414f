package org.optihal.physics.keyrate;

/**
 * What one block of finite length yields. All bounds hold for the key basis.
 *
 * @param vacuumEvents lower bound of the clicks of empty pulses
 * @param singlePhotonEvents lower bound of the clicks of single photons
 * @param phaseErrorRate upper bound of the phase error rate of single photons, at most 1/2
 * @param leakageBits disclosed by error correction
 * @param margin secret bits as the formula gives them, before rounding, negative without a key
 */
public record FiniteKey(
    double vacuumEvents,
    double singlePhotonEvents,
    double phaseErrorRate,
    double leakageBits,
    double margin) {

  /** Secret bits before rounding; 0 where there is no key. */
  public double length() {
    return Math.max(0, margin);
  }

  /** Whole secret bits: {@link #length} rounded down. */
  public long lengthBits() {
    return (long) length();
  }
}
