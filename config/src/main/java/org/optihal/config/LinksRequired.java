package org.optihal.config;

/** Whether a device must say where its links lead. */
public enum LinksRequired {
  /** Real devices are reached by their links. */
  YES,
  /** Emulated devices bring their own; links that are written are checked all the same. */
  NO
}
