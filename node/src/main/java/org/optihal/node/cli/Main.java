package org.optihal.node.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.optihal.hal.clock.RealClock;

/** Where the process starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Shell shell =
        new Shell(
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            System.in,
            RealClock.get(),
            new Stop(),
            new ProcessExit(),
            "1".equals(System.getenv("OPTIHAL_DEBUG")));
    ProcessExit.tellOfLostThreads(shell);
    System.exit(Cli.create(shell).execute(args));
  }

  /** Units such as µW and °C, in any locale. */
  private static PrintStream utf8(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }
}
