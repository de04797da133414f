package org.optihal.hal.link;

/** Which of the four kinds of link a driver needs. */
public enum LinkKind {
  BYTES,
  MESSAGES,
  REGISTERS,
  LINES
}
