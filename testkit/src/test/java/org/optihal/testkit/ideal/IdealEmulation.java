package org.optihal.testkit.ideal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.Link;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.UnitText;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.Faults;
import org.optihal.hal.spi.Truth;
import org.optihal.testkit.laser.IdealTunableLaser;

/**
 * The truth and the cables of ideal lasers. Of all faults only pulled cables mean something to
 * them; the fault {@code damage} is remembered as damage.
 */
final class IdealEmulation implements Emulation, LinkOpener, Truth, Faults {
  private final Bench bench;
  private final long seed;
  private final HalClock clock;
  private final Map<String, IdealTunableLaser> lasers = new TreeMap<>();
  private final List<String> damage = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  IdealEmulation(Bench bench, long seed, HalClock clock) {
    this.bench = bench;
    this.seed = seed;
    this.clock = clock;
  }

  void add(IdealTunableLaser laser) {
    lasers.put(laser.id(), laser);
  }

  private IdealTunableLaser laser(String device) {
    IdealTunableLaser laser = lasers.get(device);
    if (laser == null) {
      throw HalException.configuration("there is no device '" + device + "'");
    }
    return laser;
  }

  // ---- Emulation

  @Override
  public HalClock clock() {
    return clock;
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public Bench bench() {
    return bench;
  }

  @Override
  public LinkOpener links() {
    return this;
  }

  @Override
  public Truth truth() {
    return this;
  }

  @Override
  public Faults faults() {
    return this;
  }

  @Override
  public List<Endpoint> serve(Optional<Path> directory, boolean tcp) {
    return List.of();
  }

  @Override
  public String control(String line) {
    return "{\"ok\":false}";
  }

  @Override
  public void close() {}

  // ---- LinkOpener

  @Override
  public Set<String> schemes() {
    return Set.of("ideal");
  }

  @Override
  public Link open(DeviceUrl url, HalClock usersClock, Deadline deadline) {
    throw HalException.configuration("ideal lasers have no links");
  }

  // ---- Truth

  @Override
  public OpticalPower light(String port) {
    return laser(port.substring(0, port.indexOf('/'))).truth().light(port);
  }

  @Override
  public Map<String, String> state(String device) {
    return laser(device).truth().state(device);
  }

  @Override
  public List<String> damage() {
    return List.copyOf(damage);
  }

  // ---- Faults

  @Override
  public void plan(List<String> steps) {
    for (String step : steps) {
      String[] timeAndRest = step.split(" ", 2);
      Duration time = UnitText.duration(timeAndRest[0]);
      clock.after(time.toNanos(), () -> now(timeAndRest[1]));
    }
  }

  @Override
  public void now(String step) {
    log.add(step);
    String[] words = step.split(" ", -1);
    switch (words[1]) {
      case "unplug" -> unplug(words[0]);
      case "replug" -> replug(words[0]);
      case "damage" -> damage.add(words[0] + " is broken");
      default -> {} // there are no bytes to be harmed
    }
  }

  @Override
  public void unplug(String device) {
    laser(device).unplug();
  }

  @Override
  public void replug(String device) {
    laser(device).replug();
  }

  @Override
  public List<String> log() {
    return List.copyOf(log);
  }
}
