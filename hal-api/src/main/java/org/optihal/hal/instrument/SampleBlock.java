package org.optihal.hal.instrument;

import java.nio.FloatBuffer;
import java.time.Instant;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Quality;
import org.optihal.hal.quantity.Frequency;

/** Digitized volts of one input, equally spaced in time; a hole in the record is NaN. */
public final class SampleBlock {
  private final float[] volts;
  private final Frequency sampleRate;
  private final Instant time;
  private final int clipped;
  private final int holes;

  /**
   * Keeps a copy.
   *
   * @param volts finite, or NaN where the digitizer has no sample
   * @param time of the first sample, as well as it is known
   * @param clipped number of samples at or beyond full scale
   */
  public SampleBlock(float[] volts, Frequency sampleRate, Instant time, int clipped) {
    this.volts = volts.clone();
    this.sampleRate = sampleRate;
    this.time = time;
    this.clipped = clipped;
    int missing = 0;
    for (float v : this.volts) {
      if (Float.isInfinite(v)) {
        throw HalException.outOfRange("a sample must be a finite number or a hole");
      }
      if (Float.isNaN(v)) {
        missing++;
      }
    }
    this.holes = missing;
    if (clipped < 0 || clipped > volts.length - missing) {
      throw HalException.outOfRange(
          clipped + " clipped samples in a block with " + (volts.length - missing));
    }
  }

  /** A read-only view of all samples. */
  public FloatBuffer volts() {
    return FloatBuffer.wrap(volts).asReadOnlyBuffer();
  }

  public int length() {
    return volts.length;
  }

  public Frequency sampleRate() {
    return sampleRate;
  }

  public Instant time() {
    return time;
  }

  public int clipped() {
    return clipped;
  }

  public int holes() {
    return holes;
  }

  /** GOOD only without clipped samples and holes: either one spoils a variance. */
  public Quality quality() {
    if (holes == volts.length) {
      return Quality.BAD;
    }
    return clipped == 0 && holes == 0 ? Quality.GOOD : Quality.UNCERTAIN;
  }
}
