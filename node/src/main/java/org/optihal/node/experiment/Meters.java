package org.optihal.node.experiment;

import java.util.Map;
import java.util.function.BiFunction;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.error.HalException;

/** Makes meters of all kinds. A new kind is a new row. */
final class Meters {
  private static final Map<ElementKind, BiFunction<Element, MeterBench, Meter>> ALL =
      Map.of(
          MeterKinds.DECOY_BB84, DecoyBb84Meter::new,
          MeterKinds.GG02, Gg02Meter::new,
          MeterKinds.MDI, MdiMeter::new,
          MeterKinds.ENTANGLEMENT, EntanglementMeter::new,
          MeterKinds.POWER, PowerMeter::new,
          MeterKinds.SPECTRUM, SpectrumMeter::new,
          MeterKinds.LOSS, LossMeter::new,
          MeterKinds.NOISE, NoiseMeter::new,
          MeterKinds.DELAY, DelayMeter::new);

  private Meters() {}

  /**
   * The meter at work.
   *
   * @throws HalException CONFIGURATION naming the meter, its place and what is wrong
   */
  static Meter create(Element meter, MeterBench bench) {
    for (Map.Entry<ElementKind, BiFunction<Element, MeterBench, Meter>> row : ALL.entrySet()) {
      if (row.getKey().name().equals(meter.kind())) {
        try {
          return row.getValue().apply(meter, bench);
        } catch (IllegalArgumentException e) { // a formula refused a value
          throw HalException.configuration(meter + ": " + e.getMessage());
        }
      }
    }
    throw HalException.configuration("there is no kind of meter for " + meter);
  }
}
