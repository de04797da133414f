package org.optihal.emulators.wire;

/** Runs short steps at absolute times, under the emulation's monitor, in the order of time. */
interface Schedule {
  long nanos();

  /** Steps of the same time run in the order they came. */
  void at(long nanos, Runnable step);
}
