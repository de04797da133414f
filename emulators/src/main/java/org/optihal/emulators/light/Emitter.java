package org.optihal.emulators.light;

/** A line that an optical part makes; called after the part was brought up to time. */
public interface Emitter {
  /** Id of the device or element, with {@code #17} behind it for one of many. */
  String source();

  /** Index of the port where it leaves. */
  int port();

  /** Center in hertz. */
  double hertz();

  /** Width in hertz in which its power is flat. */
  double bandwidth();

  /** Pulses per second, for which a gated detector opens; 0 of continuous light. */
  default double pulseRate() {
    return 0;
  }

  /** Zero when it is dark. */
  double watts();
}
