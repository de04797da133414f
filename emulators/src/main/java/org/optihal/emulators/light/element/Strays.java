package org.optihal.emulators.light.element;

import org.optihal.emulators.light.Flow;

/** Light of lines that takes a way that is meant to be dark. */
final class Strays {
  private Strays() {}

  /** Lets a share of all lines that came the way they were meant to go astray. */
  static void add(Flow in, double share, Flow out) {
    for (int line = 0; line < in.lines(); line++) {
      double watts = in.watts(line);
      if (watts > 0) {
        out.addCrosstalk(line, in.hertz(line), watts * share);
      }
    }
  }

  /**
   * What is left for the way through: its loss as measured, but never more than what does not go
   * astray.
   */
  static double through(double transmittance, double astray) {
    return Math.min(transmittance, 1 - astray);
  }
}
