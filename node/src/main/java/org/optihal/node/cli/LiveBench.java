package org.optihal.node.cli;

import java.time.Duration;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Signal;

/**
 * An open bench that is closed before the process ends: the thread that uses the devices puts them
 * in order, and a process that is told to end waits for it, with all links still open.
 */
final class LiveBench implements AutoCloseable {
  /** Longer than devices need to become safe, shorter than a service manager waits. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Hal hal;
  private final Stop stop;
  private final Signal closing;
  private Runnable afterwards = () -> {};
  private volatile boolean closed;

  LiveBench(Shell shell, Hal hal) {
    this.hal = hal;
    this.stop = shell.stop();
    this.closing = hal.clock().signal("the bench to be closed");
    try {
      shell.exitHooks().register(hasSerialPorts(hal), this::stopAndWait);
    } catch (RuntimeException | Error e) {
      hal.close();
      throw e;
    }
  }

  private static boolean hasSerialPorts(Hal hal) {
    return hal.bench().devices().values().stream()
        .flatMap(entry -> entry.links().values().stream())
        .anyMatch(url -> url.scheme().equals("serial"));
  }

  Hal hal() {
    return hal;
  }

  /** What is left to do when all devices have been closed. */
  void afterwards(Runnable last) {
    afterwards = last;
  }

  private void stopAndWait() {
    HalClock clock = hal.clock();
    Deadline deadline = Deadline.in(clock, GRACE);
    stop.request();
    while (!closed && closing.await(deadline.nanos())) {
      // a hint only: look again
    }
  }

  @Override
  public void close() {
    try {
      hal.close();
      afterwards.run();
    } finally {
      closed = true;
      closing.raise();
    }
  }
}
