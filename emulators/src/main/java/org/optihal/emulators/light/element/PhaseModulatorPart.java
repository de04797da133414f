package org.optihal.emulators.light.element;

import java.util.SplittableRandom;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ModulatorElements;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.modulator.Serrodyne;

/**
 * A phase modulator whose ideal ramp of 2π moves light by its rate. The drive travels along with
 * light from {@code in} to {@code out}; light that comes back sees only its mean and keeps its
 * frequency.
 */
final class PhaseModulatorPart extends ElementPart {
  private static final int IN = 0;
  private static final double WHOLE_TURN = 2 * StrictMath.PI;

  private final double transmittance;
  private final double shift;

  PhaseModulatorPart(Element element, SplittableRandom unused) {
    super(element);
    transmittance = Decibels.transmittance(loss(ModulatorElements.LOSS.of(element).db(), "loss"));
    shift =
        ModulatorElements.PHASE_MODULATOR_RAMP
            .find(element)
            .map(ramp -> new Serrodyne(WHOLE_TURN, ramp.hertz(), 0).frequencyShift())
            .orElse(0.0);
  }

  @Override
  public boolean leads(int from, int to) {
    return from != to;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return transmittance;
  }

  @Override
  public double shift(int from, int to) {
    return from == IN ? shift : 0;
  }
}
