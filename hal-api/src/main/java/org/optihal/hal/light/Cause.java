package org.optihal.hal.light;

/** Where light or a count comes from that is not the signal. Terms are kept apart to be judged. */
public enum Cause {
  /** Spontaneous Raman scattering that runs along with the light that makes it. */
  RAMAN_CO,
  /** Spontaneous Raman scattering that runs against the light that makes it. */
  RAMAN_COUNTER,
  /** Spontaneous Raman scattering of light in another core of the same fibre. */
  RAMAN_INTER_CORE,
  /** Four-wave mixing of classical channels. */
  FOUR_WAVE_MIXING,
  /** Amplified spontaneous emission. */
  AMPLIFIED_EMISSION,
  /** Classical light that a filter did not stop. */
  LEAKAGE,
  /** Classical light from another core or another port of a switch. */
  CROSSTALK,
  /** Light that avalanches of a detector send back. */
  BACKFLASH,
  /** Counts without light. */
  DARK,
  /** Counts that an earlier count left behind. */
  AFTER_PULSE
}
