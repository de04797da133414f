package org.optihal.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.Drivers;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Identity;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.Link;
import org.optihal.hal.link.LinkKind;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.spi.DriverProvider;
import org.optihal.hal.spi.LinkDeclaration;
import org.optihal.hal.spi.Probe;
import org.optihal.linux.PortOwner;

/** Asks one free port who is there, one driver after the other, until one recognizes the answer. */
final class Prober {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HalClock clock;
  private final Output out;

  Prober(HalClock clock, Output out) {
    this.clock = clock;
    this.out = out;
  }

  /**
   * @param driver code of the only driver to ask as, or null for all that can
   */
  void probe(String port, @Nullable String driver) {
    DeviceUrl url =
        port.startsWith("/")
            ? new DeviceUrl("serial", null, port, Map.of())
            : DeviceUrl.parse(port);
    refuseIfInUse(url);
    LinkOpener opener = opener(url);
    List<String> tried = new ArrayList<>();
    for (DriverProvider d : candidates(driver)) {
      Optional<Identity> identity = ask(d, opener, url);
      if (identity.isPresent()) {
        found(d, url, identity.get());
        return;
      }
      tried.add(d.code());
    }
    throw new HalException(
            Kind.NOT_FOUND, Outcome.NOT_APPLICABLE, "nobody that a driver knows answers")
        .on(url.toString())
        .advise("asked as " + String.join(" ", tried) + "; check power, cable and speed (?baud=)");
  }

  private static void refuseIfInUse(DeviceUrl url) {
    Path node = Path.of(url.scheme().equals("serial") ? url.target() : "");
    try {
      List<PortOwner> users = Files.exists(node) ? PortOwner.of(node) : List.of();
      if (!users.isEmpty()) {
        throw new HalException(
                Kind.IN_USE, Outcome.NOT_SENT, node + " is in use by " + PortOwner.list(users))
            .on(url.toString())
            .advise("a port in use is never probed");
      }
    } catch (IOException e) {
      throw new HalException(
          Kind.NO_PERMISSION,
          Outcome.NOT_SENT,
          "who uses it cannot be found out: " + e.getMessage(),
          ErrorContext.NONE,
          e);
    }
  }

  private static LinkOpener opener(DeviceUrl url) {
    return ServiceLoader.load(LinkOpener.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(o -> o.schemes().contains(url.scheme()))
        .findFirst()
        .orElseThrow(
            () -> HalException.configuration("nothing opens '" + url.scheme() + ":' links"));
  }

  private static Collection<DriverProvider> candidates(@Nullable String driver) {
    Drivers drivers = Drivers.installed();
    if (driver == null) {
      return drivers.all().stream()
          .filter(d -> d.probe().isPresent() && bytes(d).isPresent())
          .toList();
    }
    DriverProvider only = drivers.named(driver);
    if (only.probe().isEmpty()) {
      throw HalException.configuration("driver " + driver + " has no harmless query to probe with");
    }
    return List.of(only);
  }

  private static Optional<LinkDeclaration> bytes(DriverProvider driver) {
    return driver.links().stream().filter(l -> l.kind() == LinkKind.BYTES).findFirst();
  }

  private Optional<Identity> ask(DriverProvider driver, LinkOpener opener, DeviceUrl url) {
    Probe probe = driver.probe().orElseThrow();
    Map<String, String> defaults = bytes(driver).map(LinkDeclaration::defaults).orElse(Map.of());
    Deadline deadline = Deadline.in(clock, PATIENCE);
    try (Link link = opener.open(url.withDefaults(defaults), clock, deadline)) {
      return answer(probe, link, deadline);
    }
  }

  /** Silence and nonsense mean: not this kind of device. A link that breaks is another matter. */
  private Optional<Identity> answer(Probe probe, Link link, Deadline deadline) {
    try {
      return probe.identify(link, clock, deadline);
    } catch (HalException e) {
      return switch (e.kind()) {
        case TIMEOUT, FRAMING, CHECKSUM, UNEXPECTED_REPLY, REFUSED -> Optional.empty();
        default -> throw e;
      };
    }
  }

  private void found(DriverProvider driver, DeviceUrl url, Identity identity) {
    String link = bytes(driver).map(LinkDeclaration::name).orElse("main");
    out.text(url + "  " + driver.code() + "  " + identity);
    out.text(
        "  for a bench file: {driver: "
            + driver.code()
            + ", links: {"
            + link
            + ": \""
            + url
            + "\"}}");
    out.object(
        Json.object("url", url, "driver", driver.code(), "identity", DeviceView.json(identity)));
  }
}
