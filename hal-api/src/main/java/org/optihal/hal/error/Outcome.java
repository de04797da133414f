package org.optihal.hal.error;

/** What a failed command may have done at the device. */
public enum Outcome {
  /** No byte left: the device cannot have acted. */
  NOT_SENT,
  /** The device answered that it did not act. */
  REFUSED,
  /** It may have acted: read back before anything is repeated. */
  UNKNOWN,
  /** A read, or no device involved. */
  NOT_APPLICABLE
}
