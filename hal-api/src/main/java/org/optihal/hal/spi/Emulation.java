package org.optihal.hal.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.link.LinkOpener;

/**
 * An emulated bench. Its devices are reached through {@link #links} in memory, or through the
 * endpoints of {@link #serve} by anybody.
 */
public interface Emulation extends AutoCloseable {
  HalClock clock();

  long seed();

  /** The bench with each link replaced by one to its emulator: {@code memory:tx-laser/main}. */
  Bench bench();

  /** Opens the {@code memory:} links of {@link #bench}. */
  LinkOpener links();

  Truth truth();

  Faults faults();

  /**
   * Serves the emulators to other programs, live only.
   *
   * @param directory gets a symbolic link per serial link, named after the device, or empty for
   *     none
   * @param tcp whether each link is also served on a free TCP port of 127.0.0.1
   * @return all endpoints, and last the control channel as link {@code control} of no device
   */
  List<Endpoint> serve(Optional<Path> directory, boolean tcp);

  /**
   * Carries out one command of the control channel, such as {@code unplug tx-laser}; {@code help}
   * lists them.
   *
   * @return one JSON object on one line; what is wrong with a command is told there, as {@code
   *     "ok":false}
   */
  String control(String line);

  /** Ends all endpoints; a symbolic link of ours goes with them. */
  @Override
  void close();

  /**
   * Where an emulated link is reached.
   *
   * @param device id of the device, empty for the control channel
   * @param link name of the link
   * @param url to reach it with
   */
  record Endpoint(String device, String link, String url) {}
}
