package org.optihal.hal.modulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.Frequency;

class WaveformTest {
  private static final Frequency RATE = Frequency.ofMegahertz(100);

  @Test
  void nobodyCanChangeItAfterwards() {
    float[] mine = {-1, 0, 1};
    Waveform w = new Waveform(mine, RATE);
    mine[0] = 0.5f;
    assertThat(w.samples().get(0)).isEqualTo(-1f);
    assertThat(w.samples().remaining()).isEqualTo(3);
    assertThatThrownBy(() -> w.samples().put(0, 0f)).isInstanceOf(ReadOnlyBufferException.class);
  }

  @ParameterizedTest
  @ValueSource(floats = {1.0001f, -1.0001f, Float.NaN, Float.NEGATIVE_INFINITY})
  void samplesOutsideTheirRangeAreNamed(float sample) {
    assertThatThrownBy(() -> new Waveform(new float[] {0, sample}, RATE))
        .isInstanceOf(HalException.class)
        .hasMessageContaining("sample 1");
  }

  @Test
  void anEmptyWaveformIsRefused() {
    assertThatThrownBy(() -> new Waveform(new float[0], RATE)).isInstanceOf(HalException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "320, 100, true",
    "640, 250, true",
    "310, 100, false",
    "350, 100, false",
    "704, 100, false",
    "320, 251, false",
    "320, 0.5, false"
  })
  void aGeneratorRefusesWhatItWouldHaveToPadOrCut(int length, double megahertz, boolean expected) {
    WaveformCapability c =
        new WaveformCapability(Frequency.ofMegahertz(1), Frequency.ofMegahertz(250), 320, 672, 64);
    Waveform w =
        new Waveform(new float[length], new Frequency((long) StrictMath.rint(megahertz * 1e6)));
    if (expected) {
      c.check(w);
    } else {
      assertThatThrownBy(() -> c.check(w)).isInstanceOf(HalException.class);
    }
  }
}
