package org.optihal.node.experiment;

import java.util.List;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.light.Light;
import org.optihal.physics.light.Decibels;

/** Loss, and the light's travel, between the output of a source and a port. */
final class LossMeter implements Meter {
  private static final List<Quantity> QUANTITIES =
      List.of(
          Quantity.plain("loss", Unit.DECIBEL, "Loss from the output of the source"),
          Quantity.plain("delay", Unit.SECONDS, "Travel of the light from there"));

  private final MeterBench bench;
  private final String source;
  private final String port;

  LossMeter(Element meter, MeterBench bench) {
    this.bench = bench;
    this.source = MeterKinds.SOURCE.of(meter);
    this.port = MeterKinds.AT.of(meter);
  }

  @Override
  public List<Quantity> quantities() {
    return QUANTITIES;
  }

  @Override
  public double[] sample(double now, double seconds) {
    Lines lines = Lines.of(bench.truth().entering(port), source);
    double share = lines.transmittance();
    return new double[] {
      share > 0 ? -Decibels.ofRatio(share) : Double.POSITIVE_INFINITY,
      lines.strongest().map(Light.Line::delayPicos).orElse(Double.NaN) * 1e-12
    };
  }
}
