package org.optihal.physics.modulator;

/** Bessel functions of the first kind and integer order. */
final class Bessel {
  private Bessel() {}

  /**
   * J_n(x) for n from 0 up: the power series where its terms fall from the start (DLMF 10.2.2),
   * else Bessel's integral (DLMF 10.9.1), whose trapezoidal sum converges faster than any power.
   */
  static double j(int order, double x) {
    return x * x <= 4.0 * (order + 1) ? series(order, x) : integral(order, x);
  }

  private static double series(int order, double x) {
    double term = 1;
    for (int k = 1; k <= order; k++) {
      term *= x / 2 / k;
    }
    double sum = term;
    double quarter = -x * x / 4;
    for (int k = 1; Math.abs(term) > 1e-20 * Math.abs(sum); k++) {
      term *= quarter / ((double) k * (order + k));
      sum += term;
    }
    return sum;
  }

  private static double integral(int order, double x) {
    int points = 64 + 2 * order + 2 * (int) Math.ceil(Math.abs(x));
    double sum = (1 + (order % 2 == 0 ? 1 : -1)) / 2.0;
    for (int i = 1; i < points; i++) {
      double angle = StrictMath.PI * i / points;
      sum += StrictMath.cos(order * angle - x * StrictMath.sin(angle));
    }
    return sum / points;
  }
}
