package org.optihal.hal.instrument;

/** What starts a cycle. */
public enum TriggerSource {
  INTERNAL,
  EXTERNAL_RISING,
  EXTERNAL_FALLING,
  /** Only a deliberate act. */
  SINGLE
}
