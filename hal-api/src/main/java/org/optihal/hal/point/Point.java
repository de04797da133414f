package org.optihal.hal.point;

/**
 * Something a device offers under an address. Command line, API, recorder and panel know devices
 * only by their points.
 */
public interface Point {
  Address address();

  /** One sentence: what it is, and what to know before using it. */
  String description();
}
