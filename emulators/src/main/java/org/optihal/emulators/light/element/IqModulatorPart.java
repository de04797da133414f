package org.optihal.emulators.light.element;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ModulatorElements;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.modulator.MachZehnder;
import org.optihal.physics.random.RandomStream;

/**
 * Two Mach-Zehnder modulators at null under one Gaussian drive, added with a quarter turn of phase
 * so that their powers add. A bias that drifts from its null lets unmodulated light through.
 */
final class IqModulatorPart extends ElementPart {
  private final MachZehnder child;
  private final double fringeFactor;
  private final RandomWalk inPhase;
  private final RandomWalk quadrature;
  private double transmittance;

  IqModulatorPart(Element element, SplittableRandom seed) {
    super(element);
    double extinction =
        loss(ModulatorElements.IQ_MODULATOR_EXTINCTION.of(element).db(), "extinction");
    // No voltage is given for it, so phases are in units of the half wave.
    child =
        MachZehnder.withPeakLoss(
            loss(ModulatorElements.LOSS.of(element).db(), "loss"), extinction, 1, 1);
    double modulation =
        loss(ModulatorElements.IQ_MODULATOR_MODULATION.of(element).db(), "modulation");
    double mean = Decibels.transmittance(modulation);
    // Solves averageTransmission at null for the factor that makes it the stated mean.
    fringeFactor = (1 + child.floor() - 2 * mean) / (1 - child.floor());
    if (fringeFactor < 0 || fringeFactor > 1) {
      throw wrong(
          "modulation",
          "a Gaussian drive at null leaves at most half of the peak and at least the extinction");
    }
    double drift = ModulatorElements.IQ_MODULATOR_DRIFT.of(element).radians();
    if (drift < 0) {
      throw wrong("drift", "a root mean square is not negative");
    }
    inPhase = new RandomWalk(new RandomStream(seed.split()), drift);
    quadrature = new RandomWalk(new RandomStream(seed.split()), drift);
    bias();
  }

  private void bias() {
    transmittance = (mean(inPhase.value()) + mean(quadrature.value())) / 2;
  }

  private double mean(double drifted) {
    return child.withPhaseAtZeroBias(StrictMath.PI + drifted).averageTransmission(0, fringeFactor);
  }

  @Override
  public boolean leads(int from, int to) {
    return from != to;
  }

  @Override
  public boolean advance(long nanos) {
    boolean moved = inPhase.advance(nanos);
    moved |= quadrature.advance(nanos);
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
    Map<String, String> state = new LinkedHashMap<>();
    state.put("in-phase-drift-rad", Double.toString(inPhase.value()));
    state.put("quadrature-drift-rad", Double.toString(quadrature.value()));
    return state;
  }
}
