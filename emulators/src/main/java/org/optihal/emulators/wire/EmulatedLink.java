package org.optihal.emulators.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.HalClock;

/**
 * One link of an emulated device: its protocol server and what lies between that and the clients.
 * All endpoints of a link lead to the same server; an answer goes to who asked.
 *
 * <p>Every state of an emulation is guarded by {@link #monitor}, and nothing blocks while it is
 * held: devices share one light field, and no other rule would be worth its complexity.
 */
public final class EmulatedLink {
  private final String device;
  private final String name;
  private final HalClock clock;
  private final Object monitor;
  private final ByteServer server;
  private final Latency latency;
  private final boolean checksBaud;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private @Nullable Endpoint talker;
  private @Nullable ByteFilter filter;
  private boolean plugged = true;
  private boolean paused;

  /**
   * @param device id of the device
   * @param name of the link, {@code main} when there is one only
   * @param monitor one for the whole emulation
   * @param checksBaud whether a client at another speed gets garbage, as on a real line
   */
  public EmulatedLink(
      String device,
      String name,
      HalClock clock,
      Object monitor,
      ByteServer server,
      Latency latency,
      boolean checksBaud) {
    this.device = device;
    this.name = name;
    this.clock = clock;
    this.monitor = monitor;
    this.server = server;
    this.latency = latency;
    this.checksBaud = checksBaud;
  }

  public String device() {
    return device;
  }

  public String name() {
    return name;
  }

  /** {@code tx-laser/main}. */
  public String address() {
    return device + "/" + name;
  }

  /** Puts faults on the wire, or takes them off with null. */
  public void filter(@Nullable ByteFilter newFilter) {
    synchronized (monitor) {
      filter = newFilter;
    }
  }

  /** Makes the device deaf and mute without dropping the line, or ends that. */
  public void paused(boolean on) {
    synchronized (monitor) {
      paused = on;
    }
  }

  /** Pulls the cable; the device keeps its power. */
  public void unplug() {
    synchronized (monitor) {
      if (plugged) {
        plugged = false;
        endpoints.forEach(Endpoint::unplug);
        server.modemLines(false, false, clock.nanos());
      }
    }
  }

  /** Plugs it in again. */
  public void replug() {
    synchronized (monitor) {
      if (!plugged) {
        plugged = true;
        endpoints.forEach(Endpoint::replug);
      }
    }
  }

  /** Noise on the wire: bytes that nobody sent. */
  public void noise(ByteFilter.Direction direction, byte[] bytes) {
    synchronized (monitor) {
      Endpoint heard = talker;
      if (!plugged || heard == null) {
        return;
      }
      if (direction == ByteFilter.Direction.TO_CLIENT) {
        heard.noiseToClient(bytes);
      } else {
        heard.noiseToDevice(bytes);
      }
    }
  }

  /** Ends all endpoints, and waits until they have let go of files, ports and threads. */
  public void close() {
    List<Endpoint> ending;
    synchronized (monitor) {
      ending = List.copyOf(endpoints);
      endpoints.clear();
      ending.forEach(Endpoint::close);
    }
    ending.forEach(Endpoint::awaitEnd);
  }

  /** The client's line has no DTR and RTS: both are taken for asserted. */
  void noModemLines() {
    synchronized (monitor) {
      server.modemLines(true, true, clock.nanos());
    }
  }

  void attach(Endpoint endpoint) {
    synchronized (monitor) {
      endpoints.add(endpoint);
    }
  }

  /** This is the endpoint with a client that is at work. */
  void talks(Endpoint endpoint) {
    talker = endpoint;
  }

  /** The clock of the emulation. */
  public HalClock clock() {
    return clock;
  }

  Object monitor() {
    return monitor;
  }

  ByteServer server() {
    return server;
  }

  Latency latency() {
    return latency;
  }

  boolean checksBaud() {
    return checksBaud;
  }

  @Nullable ByteFilter filter() {
    return filter;
  }

  boolean isPaused() {
    return paused;
  }

  boolean isPlugged() {
    return plugged;
  }
}
