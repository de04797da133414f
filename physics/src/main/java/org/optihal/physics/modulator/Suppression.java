package org.optihal.physics.modulator;

import org.optihal.physics.light.Decibels;

/** How far unwanted light lies below wanted light. */
final class Suppression {
  private Suppression() {}

  /** Decibels, infinite if there is no unwanted light. */
  static double db(double wanted, double unwanted) {
    return unwanted == 0 ? Double.POSITIVE_INFINITY : Decibels.ofRatio(wanted / unwanted);
  }
}
