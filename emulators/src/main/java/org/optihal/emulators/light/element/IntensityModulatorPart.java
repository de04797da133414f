package org.optihal.emulators.light.element;

import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ModulatorElements;
import org.optihal.physics.modulator.DitherLock;
import org.optihal.physics.modulator.MachZehnder;
import org.optihal.physics.random.RandomStream;

/**
 * A Mach-Zehnder modulator that nobody controls: light passes both ways as the mean over the drive,
 * at a bias point that drifts.
 */
final class IntensityModulatorPart extends ElementPart {
  private final MachZehnder modulator;
  private final double biasVoltage;
  private final double fringeFactor;
  private final RandomWalk walk;
  private double transmittance;

  IntensityModulatorPart(Element element, SplittableRandom seed) {
    super(element);
    double halfWave = ModulatorElements.INTENSITY_MODULATOR_V_PI.of(element).volts();
    if (halfWave <= 0) {
      throw wrong("v-pi", "from peak to null it takes some voltage");
    }
    modulator =
        MachZehnder.withPeakLoss(
            loss(ModulatorElements.LOSS.of(element).db(), "loss"),
            loss(ModulatorElements.INTENSITY_MODULATOR_EXTINCTION.of(element).db(), "extinction"),
            halfWave,
            halfWave);
    biasVoltage = ModulatorElements.INTENSITY_MODULATOR_BIAS.of(element).volts();
    double drive = ModulatorElements.INTENSITY_MODULATOR_DRIVE.of(element).volts();
    fringeFactor = DitherLock.twoLevelFactor(drive, halfWave);
    double drift = ModulatorElements.INTENSITY_MODULATOR_DRIFT.of(element).radians();
    if (drift < 0) {
      throw wrong("drift", "a root mean square is not negative");
    }
    walk = new RandomWalk(new RandomStream(seed), drift);
    bias();
  }

  private void bias() {
    transmittance =
        modulator.withPhaseAtZeroBias(walk.value()).averageTransmission(biasVoltage, fringeFactor);
  }

  @Override
  public boolean leads(int from, int to) {
    return from != to;
  }

  @Override
  public boolean advance(long nanos) {
    boolean moved = walk.advance(nanos);
    if (moved) {
      bias();
    }
    return moved;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return transmittance;
  }

  @Override
  public Map<String, String> state() {
    return Map.of("bias-drift-rad", Double.toString(walk.value()));
  }
}
