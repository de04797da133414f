package org.optihal.verify.laser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
import org.optihal.verify.laser.ItlaFaultCampaign.Corruption;
import org.optihal.verify.laser.ItlaFaultCampaign.Result;

/** The first plans of the campaign; all 10,000 are run by its main, see docs/performance.md. */
class ItlaFaultTest {
  private static final long PLANS = Long.getLong("plans", 600);

  @Test
  void nothingIsWrongAndGoodWhateverTheLineDoes() {
    Result result = ItlaFaultCampaign.run(1, PLANS, Corruption.ANY_BITS, true);
    assertThat(result.findings()).as("%s", result).isEmpty();
    assertThat(result.good()).isGreaterThan(PLANS);
  }

  @Test
  void singleBitsAreSeenWithoutConfirmingEachRead() {
    Result result = ItlaFaultCampaign.run(20_001, PLANS / 4, Corruption.SINGLE_BITS, false);
    assertThat(result.findings()).as("%s", result).isEmpty();
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
