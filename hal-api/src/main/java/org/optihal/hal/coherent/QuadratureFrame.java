package org.optihal.hal.coherent;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.optihal.hal.error.HalException;
import org.optihal.hal.instrument.SampleBlock;
import org.optihal.hal.point.Quality;

/**
 * Samples of all quadratures over the same time.
 *
 * @param number counts frames from 0, those lost included
 * @param lostBefore frames lost between the one before and this one
 */
public record QuadratureFrame(long number, long lostBefore, Map<Quadrature, SampleBlock> samples) {
  public QuadratureFrame {
    if (samples.isEmpty()) {
      throw HalException.outOfRange("a frame holds at least one quadrature");
    }
    samples = Collections.unmodifiableMap(new EnumMap<>(samples));
    SampleBlock first = samples.values().iterator().next();
    for (SampleBlock b : samples.values()) {
      if (b.length() != first.length() || !b.sampleRate().equals(first.sampleRate())) {
        throw HalException.outOfRange("the quadratures of a frame differ in length or sample rate");
      }
    }
  }

  /** The worst of its quadratures. */
  public Quality quality() {
    return samples.values().stream()
        .map(SampleBlock::quality)
        .max(Comparator.naturalOrder())
        .orElse(Quality.BAD);
  }
}
