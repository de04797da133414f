package org.optihal.emulators.laser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.TestBench;
import org.optihal.protocols.itla.ItlaError;
import org.optihal.protocols.itla.ItlaFrame;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.ItlaStatus;

/** Output enable, tuning and fine tuning: what is pending, what is dark, when light is there. */
class ItlaTuningTest {
  private static final double TEN_DBM_WATTS = 0.01;

  @Test
  void aModuleIsDarkUntilEnabled() {
    TestBench.run(
        t -> {
          t.sleep(10_000);
          assertThat(t.watts()).isZero();
          assertThat(t.emulation().truth().isDark("tx-laser")).isTrue();
          assertThat(t.value(ItlaRegister.OOP)).as("the monitor's floor").isBetween(-4050, -3950);
        });
  }

  @Test
  void enablingIsPendingThenDoneThenSettled() {
    TestBench.run(
        t -> {
          t.write(ItlaRegister.PWR, 1_000);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.RES_ENA, 8))).isEqualTo(ItlaStatus.CP);
          assertThat(t.nop().isPending()).isTrue();
          t.sleep(1_000);
          assertThat(t.watts()).as("locking in the dark").isZero();
          Duration rest = t.settle();
          assertThat(rest).isBetween(Duration.ofMillis(1_900), Duration.ofMillis(2_000));
          assertThat(t.watts()).as("done is not settled").isBetween(0.0085, 0.0095);
          t.sleep(500);
          assertThat(t.watts()).isEqualTo(TEN_DBM_WATTS, within(0.0001));
          assertThat(t.value(ItlaRegister.OOP)).isBetween(990, 1_010);
        });
  }

  @Test
  void disablingWorksWhilePendingAndIsDarkWithinTheStatedTime() {
    TestBench.run(
        t -> {
          light(t);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.RES_ENA, 0))).isEqualTo(ItlaStatus.OK);
          t.sleep(5);
          assertThat(t.watts()).isZero();
          t.write(ItlaRegister.RES_ENA, 8);
          t.write(ItlaRegister.RES_ENA, 0);
          assertThat(t.nop().isPending()).isFalse();
          t.sleep(10_000);
          assertThat(t.watts()).as("no light comes late").isZero();
        });
  }

  @Test
  void lightFadesAndDoesNotJump() {
    TestBench.run(
        t -> {
          light(t);
          t.send(hex("01320000"));
          double[] seen = new double[40];
          for (int i = 0; i < seen.length; i++) {
            t.sleep(1);
            seen[i] = t.watts();
          }
          int falling = 0;
          while (seen[falling] > 0.009) {
            falling++;
          }
          assertThat(seen[falling]).as("on its way").isBetween(0.0, 0.009);
          assertThat(seen[falling + 5]).isZero();
        });
  }

  @Test
  void aChangeOfChannelGoesThroughTheDark() {
    TestBench.run(
        t -> {
          light(t);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.CHANNEL, 3))).isEqualTo(ItlaStatus.CP);
          t.sleep(20);
          assertThat(t.watts()).isZero();
          assertThat(t.settle()).isBetween(Duration.ofMillis(1_150), Duration.ofMillis(1_200));
          t.sleep(500);
          assertThat(t.watts()).isEqualTo(TEN_DBM_WATTS, within(0.0001));
          assertThat(megahertz(t)).isCloseTo(193_100_000 + 2 * 50_000, within(60L));
        });
  }

  @Test
  void whatTunesIsRefusedWhileSomethingIsPending() {
    TestBench.run(
        t -> {
          t.write(ItlaRegister.RES_ENA, 8);
          for (ItlaRegister register :
              new ItlaRegister[] {ItlaRegister.CHANNEL, ItlaRegister.FTF, ItlaRegister.FCF1}) {
            assertThat(ItlaFrame.status(t.write(register, 1))).isEqualTo(ItlaStatus.XE);
            assertThat(t.nop().error()).as("%s", register).isEqualTo(ItlaError.CIP);
          }
          assertThat(ItlaFrame.status(t.write(ItlaRegister.RES_ENA, 8)))
              .as("asking again is the same request")
              .isEqualTo(ItlaStatus.CP);
        });
  }

  @Test
  void theFirstChannelCannotMoveUnderLight() {
    TestBench.run(
        t -> {
          light(t);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.FCF1, 193))).isEqualTo(ItlaStatus.XE);
          assertThat(t.nop().error()).isEqualTo(ItlaError.CIE);
        });
  }

  @Test
  void fineTuningShiftsTheLightWithoutLosingIt() {
    TestBench.run(
        t -> {
          light(t);
          t.sleep(1_000);
          long before = megahertz(t);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.FTF, -1_500))).isEqualTo(ItlaStatus.CP);
          for (int i = 0; i < 100; i++) {
            assertThat(t.watts()).isGreaterThan(0.009);
            t.sleep(10);
          }
          assertThat(t.nop().isPending()).isFalse();
          assertThat(megahertz(t) - before).isCloseTo(-1_500, within(10L));
          assertThat(ItlaFrame.status(t.write(ItlaRegister.FTF, 6_001))).isEqualTo(ItlaStatus.XE);
          assertThat(t.nop().error()).as("beyond FTFR").isEqualTo(ItlaError.RVE);
        });
  }

  @Test
  void withTheOutputOffNothingIsPending() {
    TestBench.run(
        t -> {
          for (ItlaRegister register :
              new ItlaRegister[] {ItlaRegister.CHANNEL, ItlaRegister.FTF, ItlaRegister.GRID}) {
            assertThat(ItlaFrame.status(t.write(register, 5))).isEqualTo(ItlaStatus.OK);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "PWR, 599",
    "PWR, 1351",
    "CHANNEL, 0",
    "CHANNEL, 1000",
    "FCF1, 300",
    "FCF1, 190",
    "FCF2, 10000",
    "FCF3, 100",
    "DITHER_E, 4",
    "TBTFL, -5000",
    "F_AGE_TH, 101",
  })
  void valuesOutOfRangeAreRefusedAndChangeNothing(ItlaRegister register, int value) {
    TestBench.run(
        t -> {
          int before = t.value(register);
          assertThat(ItlaFrame.status(t.write(register, value))).isEqualTo(ItlaStatus.XE);
          assertThat(t.nop().error()).isEqualTo(ItlaError.RVE);
          assertThat(t.value(register)).isEqualTo(before);
        });
  }

  @Test
  void aFirstChannelAboveTheLastFrequencyIsRefusedByItsSecondPart() {
    TestBench.run(
        t -> {
          assertThat(ItlaFrame.status(t.write(ItlaRegister.FCF1, 196))).isEqualTo(ItlaStatus.OK);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.FCF2, 2_600))).isEqualTo(ItlaStatus.XE);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.FCF2, 2_500))).isEqualTo(ItlaStatus.OK);
        });
  }

  @Test
  void aPurePhotonicsModuleTakesAnyFirstChannelAndCannotReachIt() {
    TestBench.run(
        Map.of("profile", "pure-photonics"),
        t -> {
          assertThat(ItlaFrame.status(t.write(ItlaRegister.FCF1, 300))).isEqualTo(ItlaStatus.OK);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.RES_ENA, 8))).isEqualTo(ItlaStatus.CP);
          t.settle();
          assertThat(megahertz(t)).isLessThan(197_000_000);
          assertThat(t.value(ItlaRegister.STATUS_F) & 0x0400).as("FREQ").isNotZero();
        });
  }

  @Test
  void allPartsOfAFrequencyCount() {
    TestBench.run(
        t -> {
          t.write(ItlaRegister.FCF1, 194);
          t.write(ItlaRegister.FCF2, 1_234);
          t.write(ItlaRegister.FCF3, 56);
          t.write(ItlaRegister.GRID, -62);
          t.write(ItlaRegister.GRID2, -50);
          t.write(ItlaRegister.CHANNEL, 11);
          t.write(ItlaRegister.FTF, 7);
          long wanted = 194_123_456L - 10 * 6_250 + 7;
          assertThat(t.emulation().truth().state("tx-laser"))
              .containsEntry("target-mhz", Long.toString(wanted));
          assertThat(megahertz(t)).isCloseTo(wanted, within(60L));
        });
  }

  @Test
  void theHighWordOfTheChannelWaitsForTheLowOne() {
    TestBench.run(
        t -> {
          t.write(ItlaRegister.GRID, 0);
          t.write(ItlaRegister.GRID2, 1);
          light(t);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.CHANNEL_H, 2))).isEqualTo(ItlaStatus.OK);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.CHANNEL, 5))).isEqualTo(ItlaStatus.CP);
          t.settle();
          t.sleep(1_000);
          assertThat(megahertz(t)).isCloseTo(193_100_000 + (2L << 16) + 4, within(60L));
        });
  }

  @Test
  void a12ModuleRoundsItsFrequencyToItsUnits() {
    TestBench.run(
        Map.of("version", "1.2"),
        t -> {
          t.write(ItlaRegister.FCF2, 4_145);
          assertThat(t.value(ItlaRegister.LF1)).isEqualTo(193);
          assertThat(t.value(ItlaRegister.LF2)).isEqualTo(4_145);
        });
  }

  @Test
  void powerIsSetUnderLightWithoutAJump() {
    TestBench.run(
        t -> {
          light(t);
          t.sleep(1_000);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.PWR, 700))).isEqualTo(ItlaStatus.OK);
          double soon = t.watts();
          assertThat(soon).isBetween(0.006, 0.0099);
          t.sleep(1_000);
          assertThat(t.watts()).isEqualTo(0.005_011_87, within(0.00005));
        });
  }

  @Test
  void whisperLetsTheFrequencyWander() {
    TestBench.run(
        Map.of("profile", "pure-photonics"),
        t -> {
          light(t);
          t.sleep(1_000);
          long before = megahertz(t);
          t.write(ItlaRegister.LOW_NOISE, 2);
          t.sleep(150_000);
          assertThat(Math.abs(megahertz(t) - before)).isBetween(50L, 150L);
          t.write(ItlaRegister.LOW_NOISE, 0);
          assertThat(megahertz(t)).isCloseTo(before, within(10L));
        });
  }

  private static void light(TestBench t) {
    t.write(ItlaRegister.PWR, 1_000);
    t.write(ItlaRegister.RES_ENA, 8);
    t.settle();
    t.sleep(500);
  }

  private static long megahertz(TestBench t) {
    return t.value(ItlaRegister.LF1) * 1_000_000L
        + t.value(ItlaRegister.LF2) * 100L
        + t.value(ItlaRegister.LF3);
  }

  private static byte[] hex(String text) {
    return java.util.HexFormat.of().parseHex(text);
  }
}
