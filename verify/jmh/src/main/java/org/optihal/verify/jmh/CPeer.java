package org.optihal.verify.jmh;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that plays an ITLA module on a pty, without any pacing. */
final class CPeer implements Closeable {
  private final Process process;
  private final Path port;

  /**
   * Starts it.
   *
   * @param program peer.c, compiled
   * @param port symbolic link to make
   * @param cpu to pin it to, or negative
   */
  CPeer(Path program, Path port, int cpu) throws IOException {
    this.port = port;
    List<String> command = new ArrayList<>();
    if (cpu >= 0) {
      command.addAll(List.of("taskset", "-c", Integer.toString(cpu)));
    }
    command.addAll(List.of(program.toString(), port.toString()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    if (!"ready".equals(out.readLine())) {
      throw new IOException(program + " did not start");
    }
  }

  Path port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
