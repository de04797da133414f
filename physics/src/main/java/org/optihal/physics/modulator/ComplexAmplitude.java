package org.optihal.physics.modulator;

import org.optihal.physics.Require;

/** A field relative to the field that enters, so that its squared magnitude is a transmission. */
public record ComplexAmplitude(double real, double imaginary) {
  public ComplexAmplitude {
    Require.finite(real, "real");
    Require.finite(imaginary, "imaginary");
  }

  public static ComplexAmplitude polar(double magnitude, double phase) {
    Require.notNegative(magnitude, "magnitude");
    Require.finite(phase, "phase");
    return new ComplexAmplitude(
        magnitude * StrictMath.cos(phase), magnitude * StrictMath.sin(phase));
  }

  public ComplexAmplitude plus(ComplexAmplitude other) {
    return new ComplexAmplitude(real + other.real, imaginary + other.imaginary);
  }

  public ComplexAmplitude minus(ComplexAmplitude other) {
    return new ComplexAmplitude(real - other.real, imaginary - other.imaginary);
  }

  public ComplexAmplitude times(ComplexAmplitude other) {
    return new ComplexAmplitude(
        real * other.real - imaginary * other.imaginary,
        real * other.imaginary + imaginary * other.real);
  }

  public ComplexAmplitude times(double factor) {
    return new ComplexAmplitude(real * factor, imaginary * factor);
  }

  /** The squared magnitude. */
  public double power() {
    return real * real + imaginary * imaginary;
  }

  /** The argument in radians, between -pi and pi. */
  public double phase() {
    return StrictMath.atan2(imaginary, real);
  }
}
