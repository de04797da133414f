package org.optihal.emulators.wire;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.MemoryLink;
import org.optihal.hal.link.SerialLine;

/** Where a driver in the same process reaches a link; the only endpoint in virtual time. */
final class MemoryEndpoint implements Endpoint, UartPacer.Client, Schedule {
  private static final int MAX_BAUD = 12_000_000;

  private final EmulatedLink link;
  private final HalClock clock;
  private final Agenda agenda;
  private final UartPacer pacer;
  private @Nullable Client client;

  MemoryEndpoint(EmulatedLink link) {
    this.link = link;
    this.clock = link.clock();
    this.agenda = new Agenda(clock);
    this.pacer = new UartPacer(link, this, this, false);
    link.attach(this);
  }

  ByteLink open(DeviceUrl url) {
    synchronized (link.monitor()) {
      if (!link.isPlugged()) {
        throw refusal(Kind.NOT_FOUND, "is unplugged", url)
            .advise("plug it in: replug " + link.device());
      }
      if (client != null) {
        throw refusal(Kind.IN_USE, "is open already", url).advise("close it first");
      }
      Client opened = new Client(url);
      client = opened;
      link.talks(this);
      opened.modemLines();
      return opened;
    }
  }

  private HalException refusal(Kind kind, String what, DeviceUrl url) {
    return new HalException(kind, Outcome.NOT_SENT, "the emulated link " + what)
        .at(link.device())
        .on(url.toString());
  }

  @Override
  public int baud() {
    Client c = client;
    return c == null || !link.checksBaud() ? 0 : c.baud;
  }

  @Override
  public void deliver(byte[] bytes) {
    Client c = client;
    if (c != null) {
      c.wire.deliver(bytes, 0, bytes.length);
    }
  }

  @Override
  public void noiseToClient(byte[] bytes) {
    deliver(bytes);
  }

  @Override
  public void noiseToDevice(byte[] bytes) {
    pacer.noise(bytes);
  }

  @Override
  public long nanos() {
    return clock.nanos();
  }

  /** The agenda keeps the order even where a real clock's timer runs two events at once. */
  @Override
  public void at(long nanos, Runnable step) {
    agenda.at(nanos, step);
    clock.after(nanos - clock.nanos(), this::runAgenda);
  }

  private void runAgenda() {
    synchronized (link.monitor()) {
      agenda.run();
    }
  }

  @Override
  public void unplug() {
    Client c = client;
    client = null;
    pacer.cut();
    if (c != null) {
      c.wire.unplug();
    }
  }

  @Override
  public void replug() {}

  @Override
  public void close() {
    unplug();
  }

  /** The link that an opener hands out; knows when it is closed, unlike the wire inside. */
  private final class Client implements ByteLink, SerialLine {
    private final MemoryLink wire;
    private int baud;
    private boolean dtr;
    private boolean rts;

    Client(DeviceUrl url) {
      this.wire = new MemoryLink(url.toString(), clock, this::written, this);
      this.baud = url.integer("baud", 0, 0, MAX_BAUD);
      this.dtr = url.flag("dtr", true); // as Linux does when it opens a port
      this.rts = url.flag("rts", true);
    }

    private void written(byte[] bytes) {
      synchronized (link.monitor()) {
        if (client == this) {
          link.talks(MemoryEndpoint.this);
          pacer.request(bytes);
        }
      }
    }

    private void modemLines() {
      link.server().modemLines(dtr, rts, clock.nanos());
    }

    @Override
    public String name() {
      return wire.name();
    }

    @Override
    public Optional<SerialLine> serial() {
      return Optional.of(this);
    }

    @Override
    public void write(byte[] bytes, int offset, int length, long deadline) {
      wire.write(bytes, offset, length, deadline);
    }

    @Override
    public int read(byte[] into, int offset, int length, long deadline) {
      return wire.read(into, offset, length, deadline);
    }

    @Override
    public void wake() {
      wire.wake();
    }

    @Override
    public void close() {
      synchronized (link.monitor()) {
        if (client == this) {
          client = null; // what was written still goes out, as when a port is closed
          link.server().modemLines(false, false, clock.nanos());
        }
      }
      wire.close();
    }

    @Override
    public int baud() {
      synchronized (link.monitor()) {
        return baud;
      }
    }

    @Override
    public void baud(int newBaud) {
      synchronized (link.monitor()) {
        baud = newBaud;
      }
    }

    @Override
    public void dtr(boolean on) {
      synchronized (link.monitor()) {
        dtr = on;
        modemLines();
      }
    }

    @Override
    public void rts(boolean on) {
      synchronized (link.monitor()) {
        rts = on;
        modemLines();
      }
    }
  }
}
