package org.optihal.verify.jmh;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** A Python client of its own process; {@code PYTHON} and {@code PYTHONPATH} say which. */
final class PythonLoop implements Contender {
  private final String name;
  private final Process process;
  private final BufferedReader in;
  private final BufferedWriter out;
  private final CPeer peer;

  private PythonLoop(String name, Process process, BufferedReader in, CPeer peer) {
    this.name = name;
    this.process = process;
    this.in = in;
    this.out = process.outputWriter();
    this.peer = peer;
  }

  /** Empty, with a line that says why, where a module is missing. */
  static Optional<PythonLoop> start(String name, Path script, String kind, CPeer peer)
      throws IOException {
    String python = System.getenv().getOrDefault("PYTHON", "python3");
    Process process =
        new ProcessBuilder(python, script.toString(), kind, peer.port().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader in = process.inputReader();
    String said = in.readLine();
    if ("ready".equals(said)) {
      return Optional.of(new PythonLoop(name, process, in, peer));
    }
    System.out.println(name + " is left out: " + (said == null ? "it does not start" : said));
    process.destroy();
    peer.close();
    return Optional.empty();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void burst(long[] nanos) {
    try {
      out.write(nanos.length + "\n");
      out.flush();
      String line = in.readLine();
      String[] times = line == null ? new String[0] : line.split(" ", -1);
      if (times.length != nanos.length) {
        throw new IllegalStateException(name + " answered " + line);
      }
      for (int i = 0; i < times.length; i++) {
        nanos[i] = Long.parseLong(times[i]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    peer.close();
  }
}
