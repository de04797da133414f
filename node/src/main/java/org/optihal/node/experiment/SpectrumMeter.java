package org.optihal.node.experiment;

import java.util.List;
import java.util.Optional;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.error.HalException;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;

/** Power per slot at a port, from the lowest to the highest frequency that has light. */
final class SpectrumMeter implements Meter {
  private static final int MAX_SLOTS = 20_000;

  private final Element meter;
  private final MeterBench bench;
  private final String port;
  private final double resolution;

  SpectrumMeter(Element meter, MeterBench bench) {
    this.meter = meter;
    this.bench = bench;
    this.port = MeterKinds.AT.of(meter);
    this.resolution = MeterKinds.SPECTRUM_RESOLUTION.of(meter).hertz();
    if (!(resolution > 0)) {
      throw HalException.configuration(meter + ", resolution: a slot has a width");
    }
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(Quantity.plain("power", Unit.DBM, "All light at " + port));
  }

  @Override
  public double[] sample(double now, double seconds) {
    return new double[] {PowerMeter.dbm(bench.truth().entering(port).watts())};
  }

  @Override
  public Optional<Spectrum> spectrum() {
    Light light = bench.truth().entering(port);
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Light.Line l : light.lines()) {
      if (l.watts() + l.crosstalk() > 0) {
        low = Math.min(low, l.hertz() - l.bandwidth() / 2);
        high = Math.max(high, l.hertz() + l.bandwidth() / 2);
      }
    }
    double[] edges = light.edges();
    for (int i = 0; i + 1 < edges.length; i++) {
      if (noise(light, edges[i], edges[i + 1]) > 0) {
        low = Math.min(low, edges[i]);
        high = Math.max(high, edges[i + 1]);
      }
    }
    return low < high || high > 0 ? Optional.of(slots(light, low, high)) : Optional.empty();
  }

  private Spectrum slots(Light light, double low, double high) {
    long first = (long) Math.floor(low / resolution) - 1;
    long count = (long) Math.floor(high / resolution) + 2 - first;
    if (count > MAX_SLOTS) {
      throw HalException.configuration(meter + ", resolution: that makes " + count + " slots")
          .advise("at most " + MAX_SLOTS + " are shown");
    }
    double[] slots = new double[(int) count + 1];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = (first + i) * resolution;
    }
    double[] centers = new double[(int) count];
    double[] noise = new double[(int) count];
    for (int i = 0; i < centers.length; i++) {
      centers[i] = (slots[i] + slots[i + 1]) / 2;
      noise[i] = noise(light, slots[i], slots[i + 1]);
    }
    return new Spectrum(centers, light.spectrum(slots), noise);
  }

  private static double noise(Light light, double low, double high) {
    double sum = 0;
    for (Cause cause : Cause.values()) {
      sum += light.noise(cause, low, high);
    }
    return sum;
  }
}
