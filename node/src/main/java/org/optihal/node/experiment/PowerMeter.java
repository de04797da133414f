package org.optihal.node.experiment;

import java.util.List;
import java.util.Optional;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementTypes.Band;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.light.Light;
import org.optihal.physics.light.Decibels;

/** All light at a port, or what of it is in bands. */
final class PowerMeter implements Meter {
  private final MeterBench bench;
  private final String port;
  private final Optional<List<Band>> bands;

  PowerMeter(Element meter, MeterBench bench) {
    this.bench = bench;
    this.port = MeterKinds.AT.of(meter);
    this.bands = MeterKinds.POWER_BAND.find(meter);
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(Quantity.plain("power", Unit.DBM, "Light at " + port));
  }

  @Override
  public double[] sample(double now, double seconds) {
    Light light = bench.truth().entering(port);
    double watts = 0;
    for (Band b : bands.orElse(List.of())) {
      watts += light.within(b.low(), b.high()).watts();
    }
    return new double[] {dbm(bands.isPresent() ? watts : light.watts())};
  }

  /** Negative infinity in the dark. */
  static double dbm(double watts) {
    return watts > 0 ? Decibels.ofWatts(watts) : Double.NEGATIVE_INFINITY;
  }
}
