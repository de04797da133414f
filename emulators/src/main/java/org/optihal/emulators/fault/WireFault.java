package org.optihal.emulators.fault;

import java.time.Duration;
import java.util.List;
import org.optihal.emulators.wire.ByteFilter.Direction;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.spi.OptionDeclaration;

/** The faults that every byte link can have. */
enum WireFault {
  DROP("bytes get lost", P.DIRECTION, P.COUNT, P.AFTER),
  FLIP("bytes arrive with one bit inverted", P.DIRECTION, P.COUNT, P.AFTER, P.BIT),
  DUPLICATE("bytes arrive twice", P.DIRECTION, P.COUNT, P.AFTER),
  SPLIT("the next transfers arrive in two parts", P.DIRECTION, P.TIMES, P.FIRST, P.PAUSE),
  DELAY("the next transfers take longer", P.DIRECTION, P.TIMES, P.BY),
  LATE("the next replies come late", P.TIMES, P.LATE_BY),
  GARBAGE("bytes appear that nobody sent", P.DIRECTION, P.HEX),
  SILENCE("nothing passes for a while", P.DIRECTION, P.FOR),
  UNPLUG("the cable is pulled; the device keeps its power"),
  REPLUG("the cable is plugged in again"),
  DISCONNECT("the cable is pulled, and plugged in again later", P.AWAY);

  /** Parameters, declared apart because constants cannot use fields of their own enum. */
  static final class P {
    static final OptionDeclaration<Direction> DIRECTION =
        new OptionDeclaration<>(
            "direction", ValueType.choice(Direction.class), Direction.TO_CLIENT, "which way");
    static final OptionDeclaration<Long> COUNT = count("count", 1, "how many bytes");
    static final OptionDeclaration<Long> AFTER =
        count("after", 0, "bytes that pass unharmed first");
    static final OptionDeclaration<Long> BIT = count("bit", 0, "0 for the least significant");
    static final OptionDeclaration<Long> TIMES = count("count", 1, "how many transfers");
    static final OptionDeclaration<Long> FIRST = count("after", 1, "bytes of the first part");
    static final OptionDeclaration<Duration> PAUSE = time("by", 20, "pause between the parts");
    static final OptionDeclaration<Duration> BY = time("by", 50, "how much longer");
    static final OptionDeclaration<Duration> LATE_BY = time("by", 300, "how late");
    static final OptionDeclaration<Duration> FOR = time("for", 1_000, "how long");
    static final OptionDeclaration<Duration> AWAY = time("for", 500, "how long it is unplugged");
    static final OptionDeclaration<String> HEX =
        new OptionDeclaration<>("hex", ValueType.TEXT, "00ff", "the bytes, at most 64");

    private P() {}

    private static OptionDeclaration<Long> count(String name, long fallback, String sentence) {
      return new OptionDeclaration<>(name, ValueType.COUNT, fallback, sentence);
    }

    private static OptionDeclaration<Duration> time(String name, long millis, String sentence) {
      return new OptionDeclaration<>(name, ValueType.DURATION, Duration.ofMillis(millis), sentence);
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of values that nobody can change
  private final FaultKind kind;

  WireFault(String sentence, OptionDeclaration<?>... parameters) {
    this.kind = new FaultKind(ValueType.word(this), List.of(parameters), sentence);
  }

  FaultKind kind() {
    return kind;
  }
}
