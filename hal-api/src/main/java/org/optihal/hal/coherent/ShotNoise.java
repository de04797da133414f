package org.optihal.hal.coherent;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.OpticalPower;

/**
 * What one unit of shot noise is in volts squared, from a measurement with the local oscillator on
 * and off while no signal came in.
 *
 * @param localOscillatorPower the power it holds for, or null when nothing measured it
 */
public record ShotNoise(
    Instant time, @Nullable OpticalPower localOscillatorPower, Map<Quadrature, Level> levels) {
  /**
   * Variances of one quadrature.
   *
   * @param total with the local oscillator on, in V²
   * @param electronic with the local oscillator off, in V²
   * @param sigma standard deviation of their difference, in V²
   */
  public record Level(double total, double electronic, double sigma) {
    public Level {
      if (!(electronic >= 0 && total > electronic && sigma >= 0) || Double.isInfinite(total)) {
        throw HalException.outOfRange(
            "shot noise must stand above electronic noise: " + total + " V² against " + electronic);
      }
    }

    /** One shot-noise unit, in V². */
    public double unit() {
      return total - electronic;
    }

    /** How far shot noise stands above electronic noise; infinite without electronic noise. */
    public double clearanceDb() {
      return 10 * StrictMath.log10(unit() / electronic);
    }
  }

  public ShotNoise {
    levels = Collections.unmodifiableMap(new TreeMap<>(levels));
  }
}
