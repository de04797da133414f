package org.optihal.physics.modulator;

/** A working point on the fringe {@code 1/2 [1 + v cos(phase)]} of a Mach-Zehnder modulator. */
public enum OperatingPoint {
  PEAK(0),
  NULL(StrictMath.PI),
  /** Half power, light grows with the voltage. */
  QUADRATURE_PLUS(-StrictMath.PI / 2),
  /** Half power, light falls with the voltage. */
  QUADRATURE_MINUS(StrictMath.PI / 2);

  private final double phase;

  OperatingPoint(double phase) {
    this.phase = phase;
  }

  /** Radians between the arms. */
  public double phase() {
    return phase;
  }

  /** Radians that a phase is away from here, between -pi and pi. */
  public double errorOf(double actualPhase) {
    return StrictMath.IEEEremainder(actualPhase - phase, 2 * StrictMath.PI);
  }
}
