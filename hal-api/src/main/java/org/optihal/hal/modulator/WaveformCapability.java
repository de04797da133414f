package org.optihal.hal.modulator;

import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.Frequency;

/**
 * Which waveforms a generator takes; data sheets err here, so ask the device where it can tell.
 *
 * @param granularity the length is a multiple of it
 */
public record WaveformCapability(
    Frequency minRate, Frequency maxRate, int minLength, int maxLength, int granularity) {
  public WaveformCapability {
    if (granularity < 1
        || minLength < 1
        || maxLength < minLength
        || minRate.compareTo(maxRate) > 0) {
      throw HalException.configuration("a waveform capability with empty ranges");
    }
  }

  /**
   * Throws before a byte is sent; samples are never padded or cut silently.
   *
   * @throws HalException OUT_OF_RANGE
   */
  public void check(Waveform w) {
    if (w.length() < minLength || w.length() > maxLength || w.length() % granularity != 0) {
      throw HalException.outOfRange(
          w
              + ": the length must be a multiple of "
              + granularity
              + " from "
              + minLength
              + " to "
              + maxLength);
    }
    if (w.sampleRate().compareTo(minRate) < 0 || w.sampleRate().compareTo(maxRate) > 0) {
      throw HalException.outOfRange(
          w + ": the sample rate must lie from " + minRate + " to " + maxRate);
    }
  }
}
