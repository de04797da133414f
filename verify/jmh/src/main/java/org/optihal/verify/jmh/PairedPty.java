package org.optihal.verify.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.optihal.linux.Natives;

/**
 * A register read through the whole stack over a pty, in turn with a plain loop in C and with
 * Python clients, each against an unpaced peer of its own.
 *
 * <p>Arguments: {@code LIMIT [PEER-CPU]}: exits with 1 when the median ratio is above the limit.
 */
public final class PairedPty {
  private static final int WARM_UP = 100;
  private static final int TURNS = 300;
  private static final int BURST = 100;

  private PairedPty() {}

  public static void main(String[] arguments) throws IOException {
    double limit = Double.parseDouble(arguments[0]);
    int peerCpu = arguments.length > 1 ? Integer.parseInt(arguments[1]) : -1;
    Natives.prepare();
    Path directory = Files.createTempDirectory("optihal-bench");
    try {
      double ratio = run(directory, peerCpu);
      System.out.printf(
          Locale.ROOT,
          "ratio to C, median of %d turns: %.2f, must reach %.2f: %s%n",
          TURNS,
          ratio,
          limit,
          ratio <= limit ? "reached" : "MISSED");
      System.exit(ratio <= limit ? 0 : 1);
    } finally {
      delete(directory);
    }
  }

  private static double run(Path directory, int peerCpu) throws IOException {
    Path peer = Programs.compile("peer.c", directory, "peer");
    Path library = Programs.compile("burst.c", directory, "libburst.so", "-shared", "-fPIC");
    Path script = Programs.unpack("burst.py", directory);
    List<Contender> contenders = new ArrayList<>();
    try {
      contenders.add(new CLoop(library, new CPeer(peer, directory.resolve("c"), peerCpu)));
      CPeer plain = new CPeer(peer, directory.resolve("stack"), peerCpu);
      contenders.add(new Stack("OptiHAL", plain.port(), false, plain));
      CPeer twice = new CPeer(peer, directory.resolve("confirmed"), peerCpu);
      contenders.add(new Stack("OptiHAL, each answer twice", twice.port(), true, twice));
      PythonLoop.start(
              "python3-serial", script, "serial", new CPeer(peer, directory.resolve("s"), peerCpu))
          .ifPresent(contenders::add);
      PythonLoop.start("pytla", script, "pytla", new CPeer(peer, directory.resolve("t"), peerCpu))
          .ifPresent(contenders::add);
      Turns turns = Turns.run(contenders, WARM_UP, TURNS, BURST);
      System.out.print(turns.table());
      return turns.ratio(1, 0);
    } finally {
      contenders.forEach(Contender::close);
    }
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
