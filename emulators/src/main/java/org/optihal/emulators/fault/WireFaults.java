package org.optihal.emulators.fault;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.optihal.emulators.wire.ByteFilter;
import org.optihal.emulators.wire.EmulatedLink;
import org.optihal.hal.error.HalException;

/** The faults at work on one link; takes itself off the wire when none is left. */
final class WireFaults implements ByteFilter {
  private static final int MAX_GARBAGE = 64;
  private static final int HIGHEST_BIT = 7;

  private record Entry(Direction direction, ActiveFault fault) {}

  private final EmulatedLink link;
  private final List<Entry> entries = new ArrayList<>();

  WireFaults(EmulatedLink link) {
    this.link = link;
  }

  /** Refuses parameters that have the right type and make no sense. */
  static void check(WireFault fault, Map<String, String> p) {
    if (fault == WireFault.FLIP && WireFault.P.BIT.from(p) > HIGHEST_BIT) {
      throw HalException.configuration("bit is 0 to " + HIGHEST_BIT);
    }
    if (fault == WireFault.GARBAGE) {
      garbage(p);
    }
  }

  private static byte[] garbage(Map<String, String> parameters) {
    String hex = WireFault.P.HEX.from(parameters);
    try {
      byte[] bytes = HexFormat.of().parseHex(hex);
      if (bytes.length > 0 && bytes.length <= MAX_GARBAGE) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // told below, with the form
    }
    throw HalException.configuration("hex=" + hex + " is not 1 to 64 bytes in hex digits");
  }

  /** Starts a fault that harms bytes as they pass, or acts on the link at once. */
  void start(WireFault fault, Map<String, String> p, long nanos) {
    switch (fault) {
      case DROP -> onBytes(p, (out, b) -> {});
      case FLIP -> {
        int mask = 1 << WireFault.P.BIT.from(p);
        onBytes(p, (out, b) -> out.write(b ^ mask));
      }
      case DUPLICATE ->
          onBytes(
              p,
              (out, b) -> {
                out.write(b);
                out.write(b);
              });
      case SPLIT -> {
        int first = Math.toIntExact(WireFault.P.FIRST.from(p));
        long pause = WireFault.P.PAUSE.from(p).toNanos();
        add(direction(p), ActiveFault.split(WireFault.P.TIMES.from(p), first, pause));
      }
      case DELAY -> {
        long by = WireFault.P.BY.from(p).toNanos();
        add(direction(p), ActiveFault.late(WireFault.P.TIMES.from(p), by));
      }
      case LATE -> {
        long by = WireFault.P.LATE_BY.from(p).toNanos();
        add(Direction.TO_CLIENT, ActiveFault.late(WireFault.P.TIMES.from(p), by));
      }
      case SILENCE ->
          add(direction(p), ActiveFault.silence(nanos + WireFault.P.FOR.from(p).toNanos()));
      case GARBAGE -> link.noise(direction(p), garbage(p));
      case UNPLUG -> link.unplug();
      case REPLUG -> link.replug();
      case DISCONNECT -> {
        link.unplug();
        link.clock().after(WireFault.P.AWAY.from(p).toNanos(), link::replug);
      }
    }
  }

  private static Direction direction(Map<String, String> p) {
    return WireFault.P.DIRECTION.from(p);
  }

  private void onBytes(Map<String, String> p, ActiveFault.Harm harm) {
    add(
        direction(p),
        ActiveFault.onBytes(WireFault.P.AFTER.from(p), WireFault.P.COUNT.from(p), harm));
  }

  private void add(Direction direction, ActiveFault fault) {
    entries.add(new Entry(direction, fault));
    link.filter(this);
  }

  @Override
  public List<Piece> pass(Direction direction, byte[] bytes, long nanos) {
    entries.removeIf(e -> e.fault.isOver(nanos));
    List<Piece> pieces = List.of(new Piece(bytes, 0));
    for (Entry e : entries) {
      if (e.direction == direction) {
        pieces = e.fault.pass(pieces);
      }
    }
    entries.removeIf(e -> e.fault.isOver(nanos));
    if (entries.isEmpty()) {
      link.filter(null);
    }
    return pieces.stream().filter(p -> p.bytes().length > 0).toList();
  }
}
