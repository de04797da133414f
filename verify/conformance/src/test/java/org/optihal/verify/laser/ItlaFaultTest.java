package org.optihal.verify.laser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.spi.Faults;
import org.optihal.testkit.fault.FaultCampaign.Result;

/**
 * Some plans of the campaign for each kind of module; all 10,000 are run by its main, see
 * docs/performance.md.
 */
class ItlaFaultTest {
  private static final int PLANS = Integer.getInteger("plans", 150);

  @TestFactory
  Stream<DynamicTest> nothingIsWrongAndGoodWhateverTheLineDoes() {
    return ItlaFaultCampaign.modules(true).entrySet().stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module.getKey(),
                    () -> {
                      Result result = ItlaFaultCampaign.campaign(module.getValue(), 1, PLANS).run();
                      assertThat(result.readings()).as("%s", result).isGreaterThan(PLANS);
                    }));
  }

  /**
   * The same bit inverted in two bytes of an answer cancels out in BIP-4, and the register echo is
   * right: only a second copy tells. This is the hole that confirming closes.
   */
  @Test
  void aSecondCopyTellsWhatTheChecksumMisses() {
    assertThat(powerReadThroughTwoFlippedBits("off")).isEqualTo("7.18 dBm");
    assertThat(powerReadThroughTwoFlippedBits("on")).isEqualTo("9.75 dBm");
  }

  private static String powerReadThroughTwoFlippedBits(String confirmReads) {
    DeviceEntry entry =
        new DeviceEntry(
            "tx-laser",
            "itla",
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of("confirm-reads", confirmReads, "poll-period", "1 h"),
            Map.of(),
            DeviceEntry.StopPolicy.SAFE,
            DeviceEntry.ReconnectPolicy.SAFE);
    Bench bench = new Bench("bench", Map.of("tx-laser", entry), Map.of(), List.of());
    String[] text = new String[1];
    VirtualClock clock = new VirtualClock();
    clock.run(
        () -> {
          try (Hal hal = Hal.emulate(bench, 1, clock)) {
            Device device = hal.device("tx-laser");
            device.connect(Access.CONTROL, Deadline.in(clock, Duration.ofSeconds(10)));
            Faults faults = hal.emulation().orElseThrow().faults();
            faults.now("tx-laser flip direction=to-client count=2 bit=0 after=2");
            text[0] = device.as(TunableLaser.class).power().read().format(ValueType.POWER);
          }
        });
    return text[0];
  }
}
