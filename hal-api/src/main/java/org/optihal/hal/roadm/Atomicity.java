package org.optihal.hal.roadm;

/** How a device takes several changes. */
public enum Atomicity {
  /** Staged in the device, then committed at once; a stranger's staged changes go along. */
  NATIVE_STAGED,
  /** One command carries them all. */
  NATIVE_SINGLE_COMMAND,
  /** One after the other; a failure leaves a part of them. */
  EMULATED_SEQUENCE
}
