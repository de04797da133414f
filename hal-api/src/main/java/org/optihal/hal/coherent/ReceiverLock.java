package org.optihal.hal.coherent;

/** How far a coherent receiver follows its signal. */
public enum ReceiverLock {
  NO_SIGNAL,
  ACQUIRING,
  LOCKED,
  UNKNOWN
}
