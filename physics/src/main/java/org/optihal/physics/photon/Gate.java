package org.optihal.physics.photon;

import java.util.List;
import org.optihal.physics.Require;

/**
 * When a gated detector is armed.
 *
 * @param rate gates per second
 * @param phase where in the period the gates open, s after a multiple of the period
 * @param width s, at most the period
 * @param profile relative efficiency (0 to 1) at evenly spaced times from opening to closing,
 *     linear in between; at least two values
 * @param blankedGates that each avalanche costs at least, beside the detector's dead time
 */
public record Gate(
    double rate, double phase, double width, List<Double> profile, int blankedGates) {
  public Gate {
    Require.positive(rate, "rate");
    Require.finite(phase, "phase");
    Require.within(Require.positive(width, "width") * rate, 0, 1, "width * rate");
    Require.notNegative(blankedGates, "blankedGates");
    profile = List.copyOf(profile);
    Require.within(profile.size(), 2, 10_000, "number of values of profile");
    for (double value : profile) {
      Require.fraction(value, "value of profile");
    }
  }

  /** With the same efficiency all over the gate, and only the detector's dead time for hold-off. */
  public static Gate flat(double rate, double phase, double width) {
    return new Gate(rate, phase, width, List.of(1.0, 1.0), 0);
  }

  public Gate withPhase(double phase) {
    return new Gate(rate, phase, width, profile, blankedGates);
  }

  public Gate withProfile(List<Double> profile) {
    return new Gate(rate, phase, width, profile, blankedGates);
  }

  public Gate withBlankedGates(int blankedGates) {
    return new Gate(rate, phase, width, profile, blankedGates);
  }

  /** Mean of the profile over the gate. */
  public double meanProfile() {
    double sum = 0;
    for (int i = 1; i < profile.size(); i++) {
      sum += (profile.get(i - 1) + profile.get(i)) / 2;
    }
    return sum / (profile.size() - 1);
  }
}
