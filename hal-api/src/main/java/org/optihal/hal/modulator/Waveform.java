package org.optihal.hal.modulator;

import java.nio.FloatBuffer;
import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.Frequency;

/** Samples between -1 and 1, which the generator's amplitude turns into volts. */
public final class Waveform {
  private final float[] samples;
  private final Frequency sampleRate;

  /**
   * Keeps a copy.
   *
   * @param samples at least one, each in -1…1
   */
  public Waveform(float[] samples, Frequency sampleRate) {
    this.samples = samples.clone();
    this.sampleRate = sampleRate;
    if (samples.length == 0) {
      throw HalException.outOfRange("a waveform holds at least one sample");
    }
    for (int i = 0; i < this.samples.length; i++) {
      if (!(this.samples[i] >= -1 && this.samples[i] <= 1)) {
        throw HalException.outOfRange(
            "sample " + i + " of the waveform is " + this.samples[i] + ", outside -1 to 1");
      }
    }
  }

  /** A read-only view of all samples. */
  public FloatBuffer samples() {
    return FloatBuffer.wrap(samples).asReadOnlyBuffer();
  }

  public int length() {
    return samples.length;
  }

  public Frequency sampleRate() {
    return sampleRate;
  }

  @Override
  public String toString() {
    return samples.length + " samples at " + sampleRate;
  }
}
