package org.optihal.hal.point;

/** How far a reading may be trusted. */
public enum Quality {
  GOOD,
  /** A value, with a reason to doubt it. */
  UNCERTAIN,
  /** Less than the bound in the value; never the same as dark. */
  BELOW_RANGE,
  /** More than the bound in the value. */
  OVER_RANGE,
  /** The device has no such sensor now. */
  ABSENT,
  /** No value. */
  BAD
}
