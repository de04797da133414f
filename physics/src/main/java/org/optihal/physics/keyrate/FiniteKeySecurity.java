package org.optihal.physics.keyrate;

/**
 * Probabilities that a finite key may fail by.
 *
 * @param secrecy {@code eps_sec}
 * @param correctness {@code eps_cor}
 */
public record FiniteKeySecurity(double secrecy, double correctness) {
  public FiniteKeySecurity {
    Arguments.properFraction(secrecy, "secrecy");
    Arguments.properFraction(correctness, "correctness");
  }
}
