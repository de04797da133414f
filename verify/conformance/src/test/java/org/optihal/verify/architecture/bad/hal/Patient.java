package org.optihal.verify.architecture.bad.hal;

/** Starts a thread, and nothing else. */
public final class Patient {
  public Thread thread() {
    return new Thread(() -> {});
  }
}
