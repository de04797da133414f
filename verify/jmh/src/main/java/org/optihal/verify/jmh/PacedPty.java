package org.optihal.verify.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.bench.DeviceEntry.ReconnectPolicy;
import org.optihal.hal.bench.DeviceEntry.StopPolicy;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.EmulationProvider;
import org.optihal.linux.Natives;

/**
 * A register read from the emulator over a pty at 115200 baud: how much of the time is the line's,
 * and whose the rest is.
 *
 * <p>Argument: the share of line time that must be reached; exits with 1 when it is less.
 */
public final class PacedPty {
  private static final int WARM_UP = 20;
  private static final int TURNS = 100;
  private static final int BURST = 50;
  private static final double LINE_MICROS = 8 * 10 * 1e6 / 115_200;

  private PacedPty() {}

  public static void main(String[] arguments) throws IOException {
    double least = Double.parseDouble(arguments[0]);
    Natives.prepare();
    Path directory = Files.createTempDirectory("optihal-bench");
    double share;
    try {
      share = run(directory);
    } finally {
      PairedPty.delete(directory);
    }
    System.out.printf(
        Locale.ROOT,
        "line time is %.1f %% of the exchange, must reach %.0f %%: %s%n",
        share * 100,
        least * 100,
        share >= least ? "reached" : "MISSED");
    System.exit(share >= least ? 0 : 1);
  }

  private static double run(Path directory) throws IOException {
    Path peer = Programs.compile("peer.c", directory, "peer");
    Path library = Programs.compile("burst.c", directory, "libburst.so", "-shared", "-fPIC");
    List<Contender> contenders = new ArrayList<>();
    try {
      contenders.add(new CLoop(library, new CPeer(peer, directory.resolve("c"), -1)));
      CPeer plain = new CPeer(peer, directory.resolve("unpaced-c"), -1);
      contenders.add(new Stack("OptiHAL to the C peer", plain.port(), false, plain));
      contenders.add(emulated("OptiHAL to the emulator, unpaced", directory, "unpaced", 0));
      contenders.add(emulated("OptiHAL to the emulator, 115200", directory, "paced", 115_200));
      Turns turns = Turns.run(contenders, WARM_UP, TURNS, BURST);
      System.out.print(turns.table());
      double whole = turns.median(3);
      double own = turns.difference(1, 0);
      System.out.printf(
          Locale.ROOT,
          "of %.1f us: line %.1f (%.1f %%), driver, port and link %.1f (%.1f %%), "
              + "emulator and wake-ups %.1f (%.1f %%)%n",
          whole,
          LINE_MICROS,
          100 * LINE_MICROS / whole,
          own,
          100 * own / whole,
          whole - LINE_MICROS - own,
          100 * (whole - LINE_MICROS - own) / whole);
      return LINE_MICROS / whole;
    } finally {
      contenders.forEach(Contender::close);
    }
  }

  /** A laser that answers as soon as the line lets it. */
  private static Stack emulated(String name, Path directory, String id, int baud) {
    DeviceEntry entry =
        new DeviceEntry(
            id,
            "itla",
            Map.of("main", DeviceUrl.parse("serial:///dev/null")),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            StopPolicy.HOLD,
            ReconnectPolicy.ADOPT,
            Map.of("baud", Integer.toString(baud), "latency", "0 ms", "latency-jitter", "0 ms"));
    Emulation emulation =
        ServiceLoader.load(EmulationProvider.class)
            .findFirst()
            .orElseThrow()
            .create(new Bench("bench", Map.of(id, entry), Map.of(), List.of()), 1, RealClock.get());
    emulation.serve(Optional.of(directory), false);
    return new Stack(name, directory.resolve(id), false, emulation::close);
  }
}
