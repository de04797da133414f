package org.optihal.hal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Quality;
import org.optihal.hal.quantity.Frequency;

class SampleBlockTest {
  private static final float HOLE = Float.NaN;

  private static SampleBlock block(int clipped, float... volts) {
    return new SampleBlock(volts, Frequency.ofMegahertz(1), Instant.EPOCH, clipped);
  }

  @Test
  void clippedSamplesAndHolesShowInTheQuality() {
    assertThat(block(0, 0.1f, -0.1f).quality()).isEqualTo(Quality.GOOD);
    assertThat(block(1, 0.1f, 1f).quality()).isEqualTo(Quality.UNCERTAIN);
    assertThat(block(0, 0.1f, HOLE).quality()).isEqualTo(Quality.UNCERTAIN);
    assertThat(block(0, 0.1f, HOLE).holes()).isEqualTo(1);
    assertThat(block(0, HOLE, HOLE).quality()).isEqualTo(Quality.BAD);
    assertThat(block(0).quality()).isEqualTo(Quality.BAD);
  }

  @ParameterizedTest
  @CsvSource({"-1", "2"})
  void moreClippedSamplesThanSamplesAreRefused(int clipped) {
    assertThatThrownBy(() -> block(clipped, 0.1f, HOLE)).isInstanceOf(HalException.class);
  }

  @Test
  void aSampleIsFiniteOrAHole() {
    assertThatThrownBy(() -> block(0, Float.POSITIVE_INFINITY)).isInstanceOf(HalException.class);
  }

  @Test
  void nobodyCanChangeItAfterwards() {
    float[] mine = {0.1f};
    SampleBlock b = block(0, mine);
    mine[0] = 9;
    assertThat(b.volts().get(0)).isEqualTo(0.1f);
  }
}
