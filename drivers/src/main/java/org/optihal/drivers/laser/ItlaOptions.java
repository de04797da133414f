package org.optihal.drivers.laser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.spi.OptionDeclaration;
import org.optihal.protocols.itla.BaudCode;

/** What a bench file can say about an ITLA module. */
record ItlaOptions(
    long baud,
    boolean shutDownOnFatal,
    OpticalPower monitorFloor,
    FrequencyOffset frequencyTolerance,
    Duration settleTime,
    Duration answerTime,
    Duration pollPeriod,
    boolean confirmReads) {
  private static final OptionDeclaration<Long> BAUD =
      new OptionDeclaration<>(
          "baud",
          ValueType.COUNT,
          0L,
          "line speed to negotiate after connecting, 9600 to 115200; 0 keeps the speed the module answers at");
  private static final OptionDeclaration<Boolean> SHUT_DOWN =
      new OptionDeclaration<>(
          "shut-down-on-fatal",
          ValueType.BOOLEAN,
          true,
          "whether the module is told to stop emitting by itself on a fatal alarm (MCB.SDF)");
  private static final OptionDeclaration<OpticalPower> FLOOR =
      new OptionDeclaration<>(
          "monitor-floor",
          ValueType.POWER,
          OpticalPower.ofDbm(-35),
          "output monitor readings at or below this count as no emission seen; the standard states no floor, so this is an assumption about the module");
  private static final OptionDeclaration<FrequencyOffset> TOLERANCE =
      new OptionDeclaration<>(
          "frequency-tolerance",
          ValueType.FREQUENCY_OFFSET,
          FrequencyOffset.ofMegahertz(2_500),
          "a tuned frequency has settled when the module reports it this close");
  private static final OptionDeclaration<Duration> SETTLE =
      new OptionDeclaration<>(
          "settle-time",
          ValueType.DURATION,
          Duration.ofSeconds(60),
          "longest time for tuning or enabling to settle");
  private static final OptionDeclaration<Duration> ANSWER =
      new OptionDeclaration<>(
          "answer-time",
          ValueType.DURATION,
          Duration.ofMillis(100),
          "longest time in which the module begins an answer; public clients wait 100 ms to 1 s");
  private static final OptionDeclaration<Duration> POLL =
      new OptionDeclaration<>(
          "poll-period",
          ValueType.DURATION,
          Duration.ofSeconds(1),
          "how often alarms are looked at");
  private static final OptionDeclaration<Boolean> CONFIRM =
      new OptionDeclaration<>(
          "confirm-reads",
          ValueType.BOOLEAN,
          true,
          "whether every answer is fetched twice and compared, at the price of a second exchange; off, only for ten seconds after line trouble");

  static final List<OptionDeclaration<?>> DECLARED =
      List.of(BAUD, SHUT_DOWN, FLOOR, TOLERANCE, SETTLE, ANSWER, POLL, CONFIRM);

  static ItlaOptions of(Map<String, String> texts) {
    ItlaOptions o =
        new ItlaOptions(
            BAUD.from(texts),
            SHUT_DOWN.from(texts),
            FLOOR.from(texts),
            TOLERANCE.from(texts),
            SETTLE.from(texts),
            ANSWER.from(texts),
            POLL.from(texts),
            CONFIRM.from(texts));
    if (o.baud != 0 && BaudCode.ofBaud((int) Math.min(o.baud, Integer.MAX_VALUE)) == null) {
      throw HalException.configuration("option baud: ITLA modules have no speed " + o.baud)
          .advise("write 9600, 19200, 38400, 57600 or 115200");
    }
    if (o.pollPeriod.toMillis() < 10 || o.answerTime.toMillis() < 1) {
      throw HalException.configuration(
          "options poll-period and answer-time are at least 10 ms and 1 ms");
    }
    return o;
  }
}
