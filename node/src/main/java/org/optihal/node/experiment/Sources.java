package org.optihal.node.experiment;

import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.bench.SourceElements;
import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.Picos;

/** What meters and the sources they look for both say. */
final class Sources {
  private Sources() {}

  /** The rate of a meter, which its source must have too, where that is an element with one. */
  static double rate(Element meter, MeterBench bench, Iterable<String> sources) {
    Frequency rate = MeterKinds.RATE.of(meter);
    for (String id : sources) {
      bench.element(id).ifPresent(source -> check(meter, rate, source));
    }
    if (!(rate.hertz() > 0)) {
      throw HalException.configuration(meter + ", rate: nothing would ever be sent");
    }
    return rate.hertz();
  }

  /** The time around a pulse in which clicks count, in seconds; for ever where none is stated. */
  static double window(Element meter) {
    double picos = MeterKinds.GATE.find(meter).map(Picos::value).map(Long::doubleValue).orElse(0.0);
    if (picos < 0) {
      throw HalException.configuration(meter + ", gate: no time is below zero");
    }
    return picos == 0 ? Double.POSITIVE_INFINITY : picos * 1e-12;
  }

  private static void check(Element meter, Frequency rate, Element source) {
    Frequency has =
        source.kind().equals(SourceElements.PULSED_SOURCE.name())
            ? SourceElements.PULSED_SOURCE_RATE.of(source)
            : source.kind().equals(SourceElements.GAUSSIAN_SOURCE.name())
                ? SourceElements.GAUSSIAN_SOURCE_RATE.of(source)
                : rate;
    if (!has.equals(rate)) {
      throw HalException.configuration(
              meter + " counts pulses at " + rate + ", but " + source + " sends them at " + has)
          .advise("write the same rate in both places");
    }
  }
}
