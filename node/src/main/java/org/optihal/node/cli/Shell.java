package org.optihal.node.cli;

import java.io.InputStream;
import java.io.PrintStream;
import org.optihal.hal.clock.HalClock;

/**
 * The world of a command.
 *
 * @param out for results
 * @param err for failures and logs
 * @param in for control lines
 * @param clock of emulated benches
 * @param stop who ends commands that run until told
 * @param exitHooks who is heard before the process ends
 * @param debug whether failures show their stack
 */
record Shell(
    PrintStream out,
    PrintStream err,
    InputStream in,
    HalClock clock,
    Stop stop,
    ExitHooks exitHooks,
    boolean debug) {

  /** Delays the end of the process. */
  interface ExitHooks {
    /**
     * Runs {@code last} when the process is told to end, which then waits for it.
     *
     * @param serialPorts whether serial ports must still be open by then
     */
    void register(boolean serialPorts, Runnable last);
  }

  /** One line on standard error. */
  void complain(String line, Throwable cause) {
    err.println("optihal: " + line);
    if (debug) {
      cause.printStackTrace(err);
    }
  }

  /** Something that should not happen, in one line. */
  void bug(String line, Throwable cause) {
    complain(
        Output.printable(line) + ": this is a bug; run with OPTIHAL_DEBUG=1 for the stack", cause);
  }
}
