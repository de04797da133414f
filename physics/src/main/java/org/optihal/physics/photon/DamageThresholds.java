package org.optihal.physics.photon;

import org.optihal.physics.Require;

/**
 * Optical powers from which an avalanche detector is changed for good.
 *
 * @param darkCountPower lowers the dark counts, W
 * @param blindPower ends single-photon detection, W
 * @param destructionPower leaves an open circuit, W
 */
public record DamageThresholds(double darkCountPower, double blindPower, double destructionPower) {
  /**
   * Assumed, after Bugge et al., Phys. Rev. Lett. 112, 070503 (2014): Si, bright light for 60 s.
   */
  public static final DamageThresholds TYPICAL = new DamageThresholds(0.3, 1.2, 2.5);

  public DamageThresholds {
    Require.positive(darkCountPower, "darkCountPower");
    Require.within(blindPower, darkCountPower, Double.MAX_VALUE, "blindPower");
    Require.within(destructionPower, blindPower, Double.MAX_VALUE, "destructionPower");
  }

  /** What this power does to a detector that was intact. */
  public Damage.Stage stage(double power) {
    Require.notNegative(power, "power");
    if (power >= destructionPower) {
      return Damage.Stage.DESTROYED;
    }
    if (power >= blindPower) {
      return Damage.Stage.BLIND;
    }
    return power >= darkCountPower ? Damage.Stage.FEWER_DARK_COUNTS : Damage.Stage.NONE;
  }
}
