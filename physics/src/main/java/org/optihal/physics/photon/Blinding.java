package org.optihal.physics.photon;

import org.optihal.physics.Require;

/** Mode of an avalanche detector while light and time pass. Not for several threads. */
public final class Blinding {
  /** What a photon meets. */
  public enum Mode {
    /** Single photons are detected, with the efficiency that the excess bias allows. */
    SINGLE_PHOTON,
    /** Bias below breakdown: no photon, no dark count; pulses click by their energy. */
    LINEAR,
    /** The light is gone, the bias not yet back: nothing clicks but strong pulses. */
    REARMING
  }

  private final BrightLight limits;
  private Mode mode = Mode.SINGLE_PHOTON;
  private double rearming;
  private double excessBias = 1;
  private double biasCurrent;

  public Blinding(BrightLight limits) {
    this.limits = limits;
  }

  /** A detector with a past: what it went through, under new limits. */
  public Blinding(BrightLight limits, Blinding past) {
    this.limits = limits;
    mode = past.mode;
    rearming = past.rearming;
    excessBias = past.excessBias;
    biasCurrent = past.biasCurrent;
  }

  /**
   * Lets {@code duration} seconds pass under constant light; returns the mode at their end.
   *
   * @param power of continuous light, W
   * @param countRate of avalanches meanwhile; 0 while blinded
   */
  public Mode pass(double duration, double power, double countRate) {
    Require.notNegative(duration, "duration");
    biasCurrent = limits.biasCurrent(countRate, power);
    excessBias = limits.excessBias(countRate, power);
    if (excessBias == 0) {
      mode = Mode.LINEAR;
      rearming = limits.rearmTime();
    } else if (mode != Mode.SINGLE_PHOTON) {
      rearming -= duration;
      mode = rearming > 0 ? Mode.REARMING : Mode.SINGLE_PHOTON;
    }
    return mode;
  }

  public Mode mode() {
    return mode;
  }

  /** Factor of efficiency and dark rate now; 0 unless single photons are detected. */
  public double sensitivity() {
    return mode == Mode.SINGLE_PHOTON ? excessBias : 0;
  }

  /** What the bias current monitor shows, A. */
  public double monitorCurrent() {
    return biasCurrent;
  }

  /** Probability that a bright pulse clicks by its energy alone, which it does in every mode. */
  public double clickProbability(double pulseEnergy) {
    return limits.linearClickProbability(pulseEnergy);
  }
}
