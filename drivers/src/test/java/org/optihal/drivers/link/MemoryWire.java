package org.optihal.drivers.link;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.MemoryLink;
import org.optihal.hal.link.SerialLine;

/** A wire in memory whose far end is a list of what was written, and when. */
final class MemoryWire implements SerialLine {
  static final long MS = 1_000_000;

  final VirtualClock clock = new VirtualClock();
  final List<String> written = new ArrayList<>();
  final MemoryLink link = new MemoryLink("memory:wire", clock, this::receive, this);

  private void receive(byte[] bytes) {
    written.add(clock.nanos() / MS + " " + HexFormat.of().formatHex(bytes));
  }

  void deliver(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    link.deliver(bytes, 0, bytes.length);
  }

  void deliverAt(long ms, String hex) {
    clock.after(ms * MS - clock.nanos(), () -> deliver(hex));
  }

  /** Writes bytes, with a deadline that does not matter. */
  void write(ByteLink to, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    to.write(bytes, 0, bytes.length, clock.nanos() + MS);
  }

  /** Reads up to {@code limit} bytes within {@code ms}; empty when none came. */
  String read(ByteLink from, int limit, long ms) {
    byte[] into = new byte[limit];
    int n = from.read(into, 0, limit, clock.nanos() + ms * MS);
    return HexFormat.of().formatHex(into, 0, n);
  }

  long ms() {
    return clock.nanos() / MS;
  }

  @Override
  public int baud() {
    return 9600;
  }

  @Override
  public void baud(int baud) {}

  @Override
  public void dtr(boolean on) {}

  @Override
  public void rts(boolean on) {}
}
