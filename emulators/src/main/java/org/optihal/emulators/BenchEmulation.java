package org.optihal.emulators;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.optihal.emulators.control.Control;
import org.optihal.emulators.control.ControlChannel;
import org.optihal.emulators.fault.BenchFaults;
import org.optihal.emulators.light.LightField;
import org.optihal.emulators.light.OpticalPart;
import org.optihal.emulators.light.element.ElementPart;
import org.optihal.emulators.light.element.ElementParts;
import org.optihal.emulators.wire.ByteServer;
import org.optihal.emulators.wire.EmulatedLink;
import org.optihal.emulators.wire.Latency;
import org.optihal.emulators.wire.LiveEndpoints;
import org.optihal.emulators.wire.MemoryLinks;
import org.optihal.emulators.wire.WireOptions;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.ElementKinds;
import org.optihal.hal.bench.ElementParameter;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.Faults;
import org.optihal.hal.spi.Truth;

/**
 * Every device of a bench as an emulator.
 *
 * <p>One monitor guards all of it: devices share their light, so a lock per device would have to be
 * taken for all of them anyway. Nothing blocks while it is held.
 */
public final class BenchEmulation implements Emulation {
  private final Bench bench;
  private final long seed;
  private final HalClock clock;
  private final Object monitor = new Object();
  private final List<EmulatedLink> links = new ArrayList<>();
  private final MemoryLinks memoryLinks;
  private final Map<String, Element> elements;
  private final LightField field;
  private final BenchTruth truth;
  private final BenchFaults faults;
  private final Control control = new Control(this, this::pause, this::change);
  private @Nullable ControlChannel channel;

  /**
   * Powers all devices up.
   *
   * @throws HalException CONFIGURATION when a device has no emulator or an option is wrong
   */
  public BenchEmulation(Bench bench, long seed, HalClock clock, Emulators emulators) {
    this.seed = seed;
    this.clock = clock;
    long start = clock.nanos();
    Map<String, EmulatedDevice> devices = new LinkedHashMap<>();
    Map<String, DeviceEntry> entries = new LinkedHashMap<>();
    for (DeviceEntry entry : bench.devices().values()) {
      EmulatedDevice device = create(entry, emulators, start);
      devices.put(entry.id(), device);
      entries.put(entry.id(), connect(entry, device));
    }
    this.bench = bench.with(entries);
    this.elements = new LinkedHashMap<>(bench.elements());
    this.memoryLinks = new MemoryLinks(links);
    Map<String, OpticalPart> parts = new LinkedHashMap<>();
    devices.forEach((id, device) -> parts.put(id, device.part(id)));
    elements.values().forEach(element -> parts.put(element.id(), part(element)));
    this.field = new LightField(parts, bench.connections());
    this.truth = new BenchTruth(clock, monitor, devices, field);
    this.faults = new BenchFaults(clock, monitor, start, devices, links);
  }

  private ElementPart part(Element element) {
    return ElementParts.create(element, random(element.id(), "element"));
  }

  /**
   * Puts an element with one other parameter in its place; its drift begins anew, damage stays. A
   * change for which the bench has no light that its models hold for is taken back.
   */
  private void change(String id, String parameter, String value) {
    synchronized (monitor) {
      Element old = elements.get(id);
      if (old == null) {
        throw HalException.configuration("there is no element '" + id + "'")
            .advise("there are: " + String.join(" ", elements.keySet()));
      }
      Map<String, ElementParameter<?>> known =
          ElementKinds.named(old.kind()).map(ElementKind::parameters).orElse(Map.of());
      if (!known.containsKey(parameter)) {
        throw HalException.configuration(old + " has no parameter '" + parameter + "'")
            .advise("it has: " + String.join(" ", known.keySet()));
      }
      Element changed = old.with(parameter, value);
      ElementPart part = part(changed);
      OpticalPart before = field.part(id);
      if (before instanceof ElementPart was) {
        part.inherit(was);
      }
      field.replace(id, part);
      try {
        field.at(clock.nanos());
      } catch (HalException e) {
        field.replace(id, before);
        throw e;
      }
      elements.put(id, changed);
    }
  }

  private EmulatedDevice create(DeviceEntry entry, Emulators emulators, long start) {
    try {
      return emulators.forDriver(entry.driver()).create(entry, random(entry.id(), "model"), start);
    } catch (HalException e) {
      throw e.at(entry.id());
    }
  }

  /** The entry with its links led to the emulator; parameters of the true links stay. */
  private DeviceEntry connect(DeviceEntry entry, EmulatedDevice device) {
    Map<String, DeviceUrl> urls = new LinkedHashMap<>();
    device
        .servers()
        .forEach(
            (name, server) -> {
              EmulatedLink link = link(entry, name, server);
              links.add(link);
              DeviceUrl given = entry.links().get(name);
              urls.put(
                  name,
                  new DeviceUrl(
                      MemoryLinks.SCHEME,
                      null,
                      link.address(),
                      given == null ? Map.of() : given.parameters()));
            });
    for (String name : entry.links().keySet()) {
      if (!urls.containsKey(name)) {
        throw HalException.configuration("the emulator has no link '" + name + "'")
            .at(entry.id())
            .advise("it has: " + String.join(" ", urls.keySet()));
      }
    }
    return new DeviceEntry(
        entry.id(),
        entry.driver(),
        urls,
        entry.uses(),
        entry.identity(),
        entry.options(),
        entry.limits(),
        entry.onStop(),
        entry.onLinkLoss(),
        entry.emulator());
  }

  private EmulatedLink link(DeviceEntry entry, String name, ByteServer server) {
    try {
      SplittableRandom random = random(entry.id(), "latency of " + name);
      Latency latency = WireOptions.latency(entry.emulator(), random);
      boolean baudCheck = WireOptions.checksBaud(entry.emulator());
      return new EmulatedLink(entry.id(), name, clock, monitor, server, latency, baudCheck);
    } catch (HalException e) {
      throw e.at(entry.id());
    }
  }

  /** A stream of its own for each purpose, the same whatever else is on the bench. */
  private SplittableRandom random(String device, String purpose) {
    long h = 0xcbf29ce484222325L; // FNV-1a, 64 bit
    for (char c : (device + "/" + purpose).toCharArray()) {
      h = (h ^ c) * 0x100000001b3L;
    }
    return new SplittableRandom(seed ^ h);
  }

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
    return memoryLinks;
  }

  @Override
  public Truth truth() {
    return truth;
  }

  @Override
  public Faults faults() {
    return faults;
  }

  @Override
  public List<Endpoint> serve(Optional<Path> directory, boolean tcp) {
    if (clock instanceof VirtualClock) {
      throw HalException.configuration("an emulation in virtual time cannot be served")
          .advise("emulate on the real clock");
    }
    if (channel != null) {
      throw HalException.configuration("the emulators are served already");
    }
    try {
      channel = new ControlChannel(clock, this::control);
      List<Endpoint> endpoints = new ArrayList<>(LiveEndpoints.open(links, directory, tcp));
      endpoints.add(new Endpoint("", "control", "tcp://127.0.0.1:" + channel.port()));
      return List.copyOf(endpoints);
    } catch (IOException e) {
      throw new HalException(
          Kind.NOT_FOUND,
          Outcome.NOT_APPLICABLE,
          "no port for the control channel: " + e.getMessage(),
          ErrorContext.NONE,
          e);
    }
  }

  @Override
  public String control(String line) {
    return control.answer(line);
  }

  private void pause(boolean on) {
    links.forEach(link -> link.paused(on));
  }

  @Override
  public void close() {
    faults.close();
    if (channel != null) {
      channel.close();
    }
    links.forEach(EmulatedLink::close);
  }
}
