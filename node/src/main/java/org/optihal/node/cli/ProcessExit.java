package org.optihal.node.cli;

import org.optihal.drivers.link.SerialShutdown;

/** What this process does when it is told to end, or when a thread of it dies. */
final class ProcessExit implements Shell.ExitHooks {
  /** The library for serial ports is only touched where there are some: loading it takes time. */
  @Override
  public void register(boolean serialPorts, Runnable last) {
    if (serialPorts) {
      AutoCloseable unused = SerialShutdown.register(last); // stays: it does nothing a second time
    } else {
      Runtime.getRuntime().addShutdownHook(new Thread(last, "hal-shutdown"));
    }
  }

  /** One line instead of the JVM's stack. */
  static void tellOfLostThreads(Shell shell) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> shell.bug("thread " + thread.getName() + " failed: " + e, e));
  }
}
