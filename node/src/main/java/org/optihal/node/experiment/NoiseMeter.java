package org.optihal.node.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementTypes.Band;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;
import org.optihal.physics.light.Photons;

/** Noise photons per second at a port, in bands. */
final class NoiseMeter implements Meter {
  /** What is light; the others are counts of a detector. */
  static final List<Cause> OPTICAL =
      List.of(
          Cause.RAMAN_CO,
          Cause.RAMAN_COUNTER,
          Cause.RAMAN_INTER_CORE,
          Cause.FOUR_WAVE_MIXING,
          Cause.AMPLIFIED_EMISSION,
          Cause.LEAKAGE,
          Cause.CROSSTALK);

  private final MeterBench bench;
  private final String port;
  private final List<Band> bands;
  private final Optional<String> signal;

  NoiseMeter(Element meter, MeterBench bench) {
    this.bench = bench;
    this.port = MeterKinds.AT.of(meter);
    this.bands = MeterKinds.NOISE_BAND.of(meter);
    this.signal = MeterKinds.NOISE_SIGNAL.find(meter);
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> all = new ArrayList<>();
    all.add(Quantity.error("total", Unit.PER_SECOND, "Noise photons at " + port));
    all.addAll(Quantity.noise(OPTICAL, Unit.PER_SECOND, "Noise photons"));
    return all;
  }

  @Override
  public double[] sample(double now, double seconds) {
    Light light = bench.truth().entering(port);
    Map<Cause, Double> photons = new EnumMap<>(Cause.class);
    for (Band band : bands) {
      add(light, band, photons);
    }
    double[] values = new double[1 + OPTICAL.size()];
    for (int i = 0; i < OPTICAL.size(); i++) {
      values[1 + i] = photons.getOrDefault(OPTICAL.get(i), 0.0);
      values[0] += values[1 + i];
    }
    return values;
  }

  private void add(Light light, Band band, Map<Cause, Double> photons) {
    double[] edges = light.edges();
    for (int i = 0; i + 1 < edges.length; i++) {
      double low = Math.max(band.low(), edges[i]);
      double high = Math.min(band.high(), edges[i + 1]);
      for (Cause cause : low < high ? OPTICAL : List.<Cause>of()) {
        double watts = light.noise(cause, low, high);
        photons.merge(cause, watts / Photons.energy((low + high) / 2), Double::sum);
      }
    }
    for (Light.Line l : light.within(band.low(), band.high()).lines()) {
      double photon = Photons.energy(l.hertz());
      if (signal.isEmpty() || !l.isFrom(signal.get())) {
        photons.merge(Cause.LEAKAGE, l.watts() / photon, Double::sum);
      }
      photons.merge(Cause.CROSSTALK, l.crosstalk() / photon, Double::sum);
    }
  }
}
