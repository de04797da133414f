package org.optihal.physics.photon;

import org.optihal.physics.Require;

/** The worst that light ever did to a detector; it never heals. Not for several threads. */
public final class Damage {
  /** From intact to worst. */
  public enum Stage {
    NONE(1, 1),
    /** The dark counts are lower, a change that hides itself; the factor is assumed. */
    FEWER_DARK_COUNTS(1, 0.3),
    /** No single photon is detected any more, in darkness either. */
    BLIND(0, 0),
    /** No electric response at all. */
    DESTROYED(0, 0);

    private final double efficiencyFactor;
    private final double darkRateFactor;

    Stage(double efficiencyFactor, double darkRateFactor) {
      this.efficiencyFactor = efficiencyFactor;
      this.darkRateFactor = darkRateFactor;
    }

    /** By which the efficiency is multiplied. */
    public double efficiencyFactor() {
      return efficiencyFactor;
    }

    /** By which the dark rate is multiplied. */
    public double darkRateFactor() {
      return darkRateFactor;
    }
  }

  private final DamageThresholds thresholds;
  private Stage worst;
  private double strongest;

  public Damage(DamageThresholds thresholds) {
    this(thresholds, Stage.NONE);
  }

  /** A detector with a past. */
  public Damage(DamageThresholds thresholds, Stage past) {
    this.thresholds = thresholds;
    this.worst = past;
  }

  /** Lets light of this power fall on the detector; returns the worst stage so far. */
  public Stage expose(double power) {
    strongest = Math.max(strongest, Require.notNegative(power, "power"));
    Stage stage = thresholds.stage(power);
    if (stage.compareTo(worst) > 0) {
      worst = stage;
    }
    return worst;
  }

  public Stage worst() {
    return worst;
  }

  /** Greatest power that it was exposed to, W. */
  public double strongest() {
    return strongest;
  }
}
