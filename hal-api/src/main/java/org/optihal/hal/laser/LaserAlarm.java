package org.optihal.hal.laser;

/** What can be wrong with a laser. */
public enum LaserAlarm {
  POWER,
  THERMAL,
  FREQUENCY,
  VENDOR,
  DISABLED_BY_PIN,
  FATAL,
  MODULE_RESTARTED,
  COMMUNICATION_RESET,
  COMMUNICATION_ERROR,
  EXECUTION_ERROR
}
