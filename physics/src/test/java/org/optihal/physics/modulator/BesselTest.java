package org.optihal.physics.modulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BesselTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0.01, 0.00499993750026042",
    "2, 0.01, 1.24998958336589e-05",
    "1, 0.5, 0.242268457674874",
    "2, 0.5, 0.0306040234586826",
    "0, 2.404, 0.00042865974491467",
    "1, 1.8411837813, 0.581865224281596",
    "2, 3.7, 0.428329656206576",
    "3, 12.5, 0.110008136314349",
    "7, 30.25, 0.13377413385376",
    "25, 3, 1.49276740025647e-21",
    "40, 500, -0.00949244489634152"
  })
  void agreesWithIndependentEvaluations(int order, double x, double expected) {
    // mpmath, 30 digits; scipy.special.jv agrees to 14.
    double relative = Math.abs(expected) < 1e-3 && order == 0 ? 1e-11 : 1e-12;
    assertThat(Bessel.j(order, x)).isCloseTo(expected, within(Math.abs(expected) * relative));
  }
}
