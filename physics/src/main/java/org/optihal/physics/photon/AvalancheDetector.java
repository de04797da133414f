package org.optihal.physics.photon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optihal.physics.Require;

/**
 * Parameters of a single-photon avalanche detector at its working point.
 *
 * @param efficiency photon detection efficiency at the wavelength in use, 0 to 1
 * @param darkRate dark counts per second of armed time
 * @param deadTime after each avalanche, s; of a gated detector the least hold-off
 * @param recoveryTime time constant with which the efficiency returns after the dead time, s; a
 *     gated detector has its bias back at the next gate
 * @param traps that cause after-pulses; amplitudes together at most 1
 * @param jitter of detection times
 * @param backflash probability that an avalanche emits a photon into the fibre
 * @param brightLight what strong light does to it
 * @param gate null when free-running
 */
public record AvalancheDetector(
    double efficiency,
    double darkRate,
    double deadTime,
    double recoveryTime,
    List<Trap> traps,
    Jitter jitter,
    double backflash,
    BrightLight brightLight,
    @Nullable Gate gate) {
  /** Free-running InGaAs/InP at 1550 nm, assumed: 20 %, 1 kcps, 10 us hold-off, 150 ps. */
  public static final AvalancheDetector INDIUM_GALLIUM_ARSENIDE =
      new AvalancheDetector(
          0.2,
          1000,
          10e-6,
          0,
          Trap.band(0.1, 1e-6, 20e-6, 5),
          new Jitter(150e-12, 0.05, 200e-12),
          0.005,
          BrightLight.TYPICAL,
          null);

  /** Actively quenched thick Si at its best wavelength, assumed: 70 %, 100 cps, 25 ns, 350 ps. */
  public static final AvalancheDetector SILICON =
      new AvalancheDetector(
          0.7,
          100,
          25e-9,
          2e-9,
          Trap.band(0.015, 10e-9, 1e-6, 5),
          new Jitter(350e-12, 0.05, 300e-12),
          0.01,
          BrightLight.TYPICAL,
          null);

  /** Gated at 1 GHz, self-differencing, assumed: 25 %, 1e-6 darks a gate, 10 ns, 60 ps. */
  public static final AvalancheDetector GIGAHERTZ_GATED =
      new AvalancheDetector(
          0.25,
          5000,
          10e-9,
          0,
          Trap.band(0.06, 5e-9, 100e-9, 5),
          new Jitter(60e-12, 0.02, 100e-12),
          0.002,
          BrightLight.TYPICAL,
          new Gate(1e9, 0, 200e-12, List.of(0.0, 0.7, 1.0, 0.7, 0.0), 0));

  public AvalancheDetector {
    Require.fraction(efficiency, "efficiency");
    Require.notNegative(darkRate, "darkRate");
    Require.notNegative(deadTime, "deadTime");
    Require.notNegative(recoveryTime, "recoveryTime");
    traps = List.copyOf(traps);
    Require.within(
        traps.stream().mapToDouble(Trap::amplitude).sum(), 0, 1 + 1e-12, "amplitudes of all traps");
    Require.fraction(backflash, "backflash");
  }

  public AvalancheDetector withEfficiency(double efficiency) {
    return new AvalancheDetector(
        efficiency, darkRate, deadTime, recoveryTime, traps, jitter, backflash, brightLight, gate);
  }

  public AvalancheDetector withDarkRate(double darkRate) {
    return new AvalancheDetector(
        efficiency, darkRate, deadTime, recoveryTime, traps, jitter, backflash, brightLight, gate);
  }

  public AvalancheDetector withDeadTime(double deadTime) {
    return new AvalancheDetector(
        efficiency, darkRate, deadTime, recoveryTime, traps, jitter, backflash, brightLight, gate);
  }

  public AvalancheDetector withRecoveryTime(double recoveryTime) {
    return new AvalancheDetector(
        efficiency, darkRate, deadTime, recoveryTime, traps, jitter, backflash, brightLight, gate);
  }

  public AvalancheDetector withTraps(List<Trap> traps) {
    return new AvalancheDetector(
        efficiency, darkRate, deadTime, recoveryTime, traps, jitter, backflash, brightLight, gate);
  }

  public AvalancheDetector withJitter(Jitter jitter) {
    return new AvalancheDetector(
        efficiency, darkRate, deadTime, recoveryTime, traps, jitter, backflash, brightLight, gate);
  }

  public AvalancheDetector withBackflash(double backflash) {
    return new AvalancheDetector(
        efficiency, darkRate, deadTime, recoveryTime, traps, jitter, backflash, brightLight, gate);
  }

  public AvalancheDetector withBrightLight(BrightLight brightLight) {
    return new AvalancheDetector(
        efficiency, darkRate, deadTime, recoveryTime, traps, jitter, backflash, brightLight, gate);
  }

  public AvalancheDetector withGate(@Nullable Gate gate) {
    return new AvalancheDetector(
        efficiency, darkRate, deadTime, recoveryTime, traps, jitter, backflash, brightLight, gate);
  }

  /** With efficiency and dark rate multiplied, as {@link Blinding} and {@link Damage} say. */
  public AvalancheDetector scaled(double efficiencyFactor, double darkRateFactor) {
    return withEfficiency(efficiency * efficiencyFactor).withDarkRate(darkRate * darkRateFactor);
  }
}
