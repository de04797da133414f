package org.optihal.emulators.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.spi.Emulation;

/** Opens the endpoints that other programs can reach. */
public final class LiveEndpoints {
  private LiveEndpoints() {}

  /**
   * A serial port for each link, and a TCP port if asked for.
   *
   * @param directory gets a symbolic link for each serial port: the device's id, followed by the
   *     link's name where the device has several
   * @throws HalException NOT_FOUND when the system has no more pseudo terminals or ports
   */
  public static List<Emulation.Endpoint> open(
      Collection<EmulatedLink> links, Optional<Path> directory, boolean tcp) {
    List<Emulation.Endpoint> endpoints = new ArrayList<>();
    try {
      if (directory.isPresent()) {
        Files.createDirectories(directory.get());
      }
      for (EmulatedLink link : links) {
        boolean only = links.stream().filter(l -> l.device().equals(link.device())).count() == 1;
        String name = only ? link.device() : link.device() + "-" + link.name();
        Path symlink = directory.map(d -> d.toAbsolutePath().resolve(name)).orElse(null);
        String path = new PtyEndpoint(link, symlink).path().toString();
        endpoints.add(new Emulation.Endpoint(link.device(), link.name(), "serial://" + path));
        if (tcp) {
          String url = "tcp://127.0.0.1:" + new TcpEndpoint(link).port();
          endpoints.add(new Emulation.Endpoint(link.device(), link.name(), url));
        }
        link.noModemLines();
      }
    } catch (IOException e) {
      throw new HalException(
              Kind.NOT_FOUND,
              Outcome.NOT_APPLICABLE,
              "no endpoint for the emulators: " + e.getMessage(),
              ErrorContext.NONE,
              e)
          .advise("look at the directory and at /dev/pts");
    }
    return endpoints;
  }
}
