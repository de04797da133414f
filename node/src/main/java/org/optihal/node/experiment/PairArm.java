package org.optihal.node.experiment;

import java.util.EnumMap;
import java.util.Map;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Detection;
import org.optihal.hal.light.Light;
import org.optihal.physics.light.Photons;

/**
 * One detector in the light of a pair source, as expectations.
 *
 * @param sent photons per second that left the source towards it
 * @param hertz of these photons, 0 without any
 * @param efficiency from the source to a click, dead time and gates in it
 * @param transmittance from the source
 * @param delayPicos since they left
 * @param noise clicks per second by cause
 */
record PairArm(
    double sent,
    double hertz,
    double efficiency,
    double transmittance,
    double delayPicos,
    Map<Cause, Double> noise) {

  static PairArm of(MeterBench bench, String detector, String source) {
    Detection d = bench.truth().detection(detector);
    double duty = d.gateRate() > 0 ? Math.min(1, d.gateRate() * d.gateSeconds()) : 1;
    double live = d.liveShare() * duty;
    double seen = live * d.efficiency();
    Light.Line line =
        Lines.of(bench.into(detector), source)
            .strongest()
            .orElse(new Light.Line(source, 0, 0, 0, 0, 0, 0, 0));
    Map<Cause, Double> noise = new EnumMap<>(Cause.class);
    d.arriving().forEach((cause, n) -> noise.merge(cause, seen * n, Double::sum));
    d.signal()
        .forEach(
            (name, n) ->
                noise.merge(Cause.LEAKAGE, name.equals(line.source()) ? 0 : seen * n, Double::sum));
    noise.merge(Cause.DARK, live * d.darkRate(), Double::sum);
    double sent =
        line.watts() > 0 ? line.watts() / line.transmittance() / Photons.energy(line.hertz()) : 0;
    return new PairArm(
        sent,
        line.hertz(),
        Math.min(1, line.transmittance() * seen),
        line.transmittance(),
        line.delayPicos(),
        noise);
  }

  double noiseRate() {
    double sum = 0;
    for (double term : noise.values()) {
      sum += term;
    }
    return sum;
  }
}
