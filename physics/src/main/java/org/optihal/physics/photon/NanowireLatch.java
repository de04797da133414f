package org.optihal.physics.photon;

import org.optihal.physics.Require;

/**
 * Whether a nanowire is stuck in its normal state, where it detects nothing: entered at the
 * switching current, or by a detection above the latching current; left when the bias falls below
 * the return current. Not for several threads.
 */
public final class NanowireLatch {
  private final NanowireDetector detector;
  private double bias;
  private boolean latched;

  public NanowireLatch(NanowireDetector detector) {
    this.detector = detector;
  }

  /** Sets the bias, A, of either sign; returns whether the wire is latched now. */
  public boolean bias(double bias) {
    this.bias = Require.finite(bias, "bias");
    double current = Math.abs(bias);
    if (current < detector.returnCurrent()) {
      latched = false;
    } else if (current >= detector.switchingCurrent()) {
      latched = true;
    }
    return latched;
  }

  /** Tells of at least one detection; returns whether the wire is latched now. */
  public boolean detected() {
    if (Math.abs(bias) >= detector.latchingCurrent()) {
      latched = true;
    }
    return latched;
  }

  public boolean latched() {
    return latched;
  }

  /** Of the wire as it is now; 0 when latched. */
  public double efficiency(double alignment) {
    double efficiency = detector.efficiency(bias, alignment);
    return latched ? 0 : efficiency;
  }

  /** Of the wire as it is now; 0 when latched. */
  public double darkRate() {
    return latched ? 0 : detector.darkRate(bias);
  }
}
