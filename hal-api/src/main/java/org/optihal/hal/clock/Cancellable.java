package org.optihal.hal.clock;

/** Something scheduled that may be taken back; cancelling twice is harmless. */
@FunctionalInterface
public interface Cancellable {
  void cancel();
}
