package org.optihal.node.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.optihal.hal.clock.HalClock;
import org.optihal.node.report.TextReport;

/**
 * How far a run is, on standard error: one line that is drawn over on a terminal, else a line for
 * every tenth. The time left is a guess from the time that it took so far.
 */
final class ProgressLine {
  private static final long REDRAW_NANOS = 100_000_000;
  private static final int WIDTH = 28;

  private final PrintStream err;
  private final HalClock clock;
  private final boolean terminal;
  private final long begin;
  private long drawn;
  private int tenths;

  /**
   * @param clock of the person who waits
   */
  ProgressLine(PrintStream err, HalClock clock, boolean terminal) {
    this.err = err;
    this.clock = clock;
    this.terminal = terminal;
    this.begin = clock.nanos();
    this.drawn = begin - REDRAW_NANOS;
  }

  /** Whether standard error of this process is a terminal. */
  static boolean isTerminal() {
    try {
      String to = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return to.startsWith("/dev/pts/") || to.startsWith("/dev/tty");
    } catch (IOException | RuntimeException e) {
      return false; // where nobody can tell, plain lines do no harm
    }
  }

  void at(Duration since, Duration total) {
    double share = (double) since.toNanos() / total.toNanos();
    long now = clock.nanos();
    if (terminal && (now - drawn >= REDRAW_NANOS || share >= 1)) {
      drawn = now;
      int full = (int) Math.floor(share * WIDTH);
      err.print("\r" + "█".repeat(full) + "░".repeat(WIDTH - full) + " " + text(share, since, now));
      err.print("\033[K");
      err.flush();
    } else if (!terminal && (int) Math.floor(share * 10 + 1e-9) > tenths) {
      tenths = (int) Math.floor(share * 10 + 1e-9);
      err.println(text(share, since, now));
    }
  }

  private String text(double share, Duration since, long now) {
    long left = Math.round((now - begin) / share * (1 - share) / 1e9);
    return Math.round(share * 100)
        + " %, "
        + TextReport.duration(Duration.ofSeconds(since.toSeconds()))
        + " simulated, "
        + left
        + " s left";
  }

  /** Clears the line, so that results begin on an empty one. */
  void end() {
    if (terminal) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
