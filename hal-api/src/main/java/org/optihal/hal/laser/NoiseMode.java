package org.optihal.hal.laser;

/** How a laser trades frequency lock against noise. */
public enum NoiseMode {
  /** Frequency dither on: best lock, most noise. */
  DITHER,
  /** Locked without dither where the device can. */
  NO_DITHER,
  /** Control loops frozen: least noise, frequency drifts. */
  WHISPER
}
