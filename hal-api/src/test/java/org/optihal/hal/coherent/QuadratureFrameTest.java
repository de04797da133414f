package org.optihal.hal.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optihal.hal.error.HalException;
import org.optihal.hal.instrument.SampleBlock;
import org.optihal.hal.point.Quality;
import org.optihal.hal.quantity.Frequency;

class QuadratureFrameTest {
  private static SampleBlock block(int clipped, float... volts) {
    return new SampleBlock(volts, Frequency.ofMegahertz(1), Instant.EPOCH, clipped);
  }

  @Test
  void theWorstQuadratureDecidesOnTheFrame() {
    Map<Quadrature, SampleBlock> samples =
        Map.of(Quadrature.XI, block(0, 0.1f, 0.2f), Quadrature.XQ, block(1, 0.1f, 1f));
    QuadratureFrame frame = new QuadratureFrame(5, 2, samples);
    assertThat(frame.quality()).isEqualTo(Quality.UNCERTAIN);
    assertThat(frame.samples().keySet()).containsExactly(Quadrature.XI, Quadrature.XQ);
  }

  @Test
  void quadraturesOfDifferentLengthAreNoFrame() {
    Map<Quadrature, SampleBlock> samples =
        Map.of(Quadrature.XI, block(0, 0.1f), Quadrature.XQ, block(0, 0.1f, 0.2f));
    assertThatThrownBy(() -> new QuadratureFrame(0, 0, samples)).isInstanceOf(HalException.class);
    assertThatThrownBy(() -> new QuadratureFrame(0, 0, Map.of())).isInstanceOf(HalException.class);
  }
}
