package org.optihal.emulators.laser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.optihal.emulators.TestBench;
import org.optihal.protocols.itla.ItlaError;
import org.optihal.protocols.itla.ItlaFrame;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.ItlaStatus;
import org.optihal.protocols.itla.StatusBit;
import org.optihal.protocols.itla.StatusWord;

/** Conditions, latches, masks, shut-down, restart, modem lines. */
class ItlaStatusTest {
  @Test
  void afterPowerUpTheRestartIsLatchedUntilCleared() {
    TestBench.run(
        t -> {
          assertThat(fatal(t))
              .contains(StatusBit.MODULE_RESTARTED, StatusBit.COMMUNICATION_RESET)
              .contains(StatusBit.SERVICE_REQUEST);
          clear(t);
          assertThat(fatal(t)).isEmpty();
          assertThat(warning(t)).isEmpty();
        });
  }

  @Test
  void onlyWhatIsWrittenAsOneIsCleared() {
    TestBench.run(
        t -> {
          t.write(ItlaRegister.STATUS_F, StatusBit.MODULE_RESTARTED.mask());
          assertThat(fatal(t))
              .doesNotContain(StatusBit.MODULE_RESTARTED)
              .contains(StatusBit.COMMUNICATION_RESET);
          assertThat(warning(t)).as("one latch, two registers").isEqualTo(fatal(t));
        });
  }

  @Test
  void tuningWarnsAndIsNeverFatal() {
    TestBench.run(
        t -> {
          clear(t);
          t.write(ItlaRegister.MCB, 0x0006);
          t.write(ItlaRegister.RES_ENA, 8);
          assertThat(warning(t)).contains(StatusBit.POWER, StatusBit.FREQUENCY, StatusBit.ALARM);
          assertThat(fatal(t)).doesNotContain(StatusBit.POWER, StatusBit.FATAL);
          t.settle();
          assertThat(warning(t))
              .doesNotContain(StatusBit.POWER, StatusBit.ALARM)
              .contains(StatusBit.POWER_LATCHED, StatusBit.FREQUENCY_LATCHED);
          assertThat(t.value(ItlaRegister.RES_ENA)).as("not shut down").isEqualTo(8);
        });
  }

  @Test
  void withoutAdtTuningDoesNotWarn() {
    TestBench.run(
        t -> {
          clear(t);
          t.write(ItlaRegister.MCB, 0);
          t.write(ItlaRegister.RES_ENA, 8);
          t.settle();
          assertThat(warning(t)).isEmpty();
        });
  }

  @Test
  void aFatalConditionLatchesAndOutlivesItself() {
    TestBench.run(
        t -> {
          light(t);
          clear(t);
          t.emulation().faults().now("tx-laser overheat by=6degC");
          assertThat(fatal(t))
              .contains(StatusBit.THERMAL, StatusBit.THERMAL_LATCHED, StatusBit.FATAL);
          t.write(ItlaRegister.STATUS_F, 0xFF);
          assertThat(fatal(t)).as("it still stands").contains(StatusBit.THERMAL_LATCHED);
          t.emulation().faults().now("tx-laser overheat by=0degC");
          assertThat(fatal(t))
              .doesNotContain(StatusBit.THERMAL)
              .contains(StatusBit.THERMAL_LATCHED, StatusBit.FATAL);
          clear(t);
          assertThat(fatal(t)).isEmpty();
          assertThat(t.value(ItlaRegister.RES_ENA)).as("SDF is off").isEqualTo(8);
        });
  }

  @Test
  void masksChooseWhatIsFatal() {
    TestBench.run(
        t -> {
          clear(t);
          t.write(ItlaRegister.FATAL_T, 0);
          t.emulation().faults().now("tx-laser overheat by=6degC");
          assertThat(fatal(t)).contains(StatusBit.THERMAL).doesNotContain(StatusBit.FATAL);
          t.write(ItlaRegister.FATAL_T, 0x0200);
          assertThat(fatal(t)).as("by the warning's latch").contains(StatusBit.FATAL);
          t.write(ItlaRegister.FATAL_T, 0xFFFF);
          assertThat(t.value(ItlaRegister.FATAL_T)).as("bits with a meaning").isEqualTo(0x0F2F);
        });
  }

  @Test
  void shutDownOnFatalTakesTheLightAwayByItself() {
    TestBench.run(
        t -> {
          t.write(ItlaRegister.MCB, 0x0004);
          light(t);
          assertThat(t.watts()).isPositive();
          t.emulation().faults().now("tx-laser power-drift by=-4dB over=1s");
          t.sleep(700);
          assertThat(t.watts()).isPositive();
          t.sleep(300);
          assertThat(t.watts()).as("nobody asked, and it is dark").isZero();
          assertThat(t.value(ItlaRegister.RES_ENA)).isZero();
          assertThat(ItlaFrame.status(t.write(ItlaRegister.RES_ENA, 8))).isEqualTo(ItlaStatus.XE);
          assertThat(t.nop().error()).as("until cleared").isEqualTo(ItlaError.EXF);
          t.emulation().faults().now("tx-laser power-drift by=0dB");
          clear(t);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.RES_ENA, 8))).isEqualTo(ItlaStatus.CP);
        });
  }

  @Test
  void everyMonitoredQuantityAlarms() {
    TestBench.run(
        t -> {
          light(t);
          clear(t);
          t.emulation().faults().now("tx-laser power-drift by=-1.5dB");
          t.emulation().faults().now("tx-laser frequency-drift by=7GHz");
          t.emulation().faults().now("tx-laser aging to=85%");
          assertThat(warning(t))
              .contains(StatusBit.POWER, StatusBit.FREQUENCY, StatusBit.VENDOR, StatusBit.ALARM);
          assertThat(fatal(t)).doesNotContain(StatusBit.POWER, StatusBit.FREQUENCY);
          assertThat(t.value(ItlaRegister.AGE)).isEqualTo(85);
          assertThat(t.value(ItlaRegister.OOP)).isBetween(840, 860);
        });
  }

  @Test
  void aStuckSensorShowsLightThatIsGone() {
    TestBench.run(
        t -> {
          light(t);
          t.emulation().faults().now("tx-laser stuck sensor=power");
          t.write(ItlaRegister.RES_ENA, 0);
          t.sleep(100);
          assertThat(t.watts()).isZero();
          assertThat(t.value(ItlaRegister.OOP)).isBetween(990, 1_010);
        });
  }

  @Test
  void aResetAnswersThenIsMuteThenInitializesThenIsReadyAndDark() {
    TestBench.run(
        t -> {
          light(t);
          t.write(ItlaRegister.IO_CAP, 0x40);
          t.wire().serial().orElseThrow().baud(115_200);
          clear(t);
          assertThat(t.write(ItlaRegister.RES_ENA, 1))
              .isEqualTo(ItlaFrame.reply(ItlaStatus.OK, 0x32, 1));
          t.wire().serial().orElseThrow().baud(9_600);
          t.sleep(6);
          assertThat(t.watts()).isZero();
          assertThat(t.exchange("00 00 00 00")).as("mute").isEmpty();
          t.sleep(100);
          assertThat(t.exchange("00 00 00 00")).as("no MRDY").isEqualTo("44 00 00 00");
          assertThat(ItlaFrame.status(t.write(ItlaRegister.RES_ENA, 8))).isEqualTo(ItlaStatus.XE);
          assertThat(t.nop().error()).isEqualTo(ItlaError.CII);
          t.sleep(2_000);
          assertThat(t.exchange("00 00 00 00")).isEqualTo("54 00 00 10");
          assertThat(fatal(t))
              .contains(StatusBit.MODULE_RESTARTED)
              .contains(StatusBit.COMMUNICATION_RESET)
              .contains(StatusBit.EXECUTION_ERROR);
          assertThat(t.value(ItlaRegister.RES_ENA)).isZero();
        });
  }

  @Test
  void settingsAreLostByARestartUnlessSaved() {
    TestBench.run(
        t -> {
          int powerUp = t.value(ItlaRegister.PWR);
          t.write(ItlaRegister.PWR, 1_234);
          reboot(t);
          assertThat(t.value(ItlaRegister.PWR)).isEqualTo(powerUp);
          t.write(ItlaRegister.PWR, 1_234);
          t.write(ItlaRegister.GEN_CFG, 0x8000);
          reboot(t);
          assertThat(t.value(ItlaRegister.PWR)).isEqualTo(1_234);
        });
  }

  @Test
  void aSoftResetLeavesTheLightAlone() {
    TestBench.run(
        t -> {
          light(t);
          clear(t);
          t.write(ItlaRegister.RES_ENA, 2);
          t.sleep(1_000);
          assertThat(t.watts()).isPositive();
          assertThat(t.value(ItlaRegister.RES_ENA)).as("the bit clears itself").isEqualTo(8);
          assertThat(fatal(t))
              .contains(StatusBit.COMMUNICATION_RESET)
              .doesNotContain(StatusBit.MODULE_RESTARTED);
        });
  }

  @Test
  void aLowDtrHoldsTheOutputWhereTheBoardIsWiredSo() {
    TestBench.run(
        Map.of("dtr-wiring", "disable"),
        t -> {
          light(t);
          t.wire().serial().orElseThrow().dtr(false);
          t.sleep(10);
          assertThat(t.watts()).isZero();
          assertThat(fatal(t)).contains(StatusBit.DISABLED);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.RES_ENA, 8))).isEqualTo(ItlaStatus.XE);
          t.wire().serial().orElseThrow().dtr(true);
          assertThat(fatal(t)).doesNotContain(StatusBit.DISABLED);
          t.sleep(5_000);
          assertThat(t.watts()).as("light does not come back by itself").isZero();
          light(t);
          t.reopen("baud=9600&dtr=off");
          t.sleep(10);
          assertThat(t.watts()).as("closing the port lets DTR fall").isZero();
        });
  }

  @Test
  void aRisingDtrRestartsWhereTheBoardIsWiredSo() {
    TestBench.run(
        Map.of("dtr-wiring", "reset"),
        t -> {
          t.sleep(3_000);
          light(t);
          t.wire().serial().orElseThrow().dtr(false);
          assertThat(t.exchange("00 00 00 00")).as("held in reset").isEmpty();
          assertThat(t.watts()).isZero();
          t.wire().serial().orElseThrow().dtr(true);
          t.sleep(300);
          assertThat(t.nop().isReady()).isFalse();
          t.sleep(2_000);
          assertThat(t.nop().isReady()).isTrue();
        });
  }

  private static void reboot(TestBench t) {
    t.emulation().faults().now("tx-laser reboot");
    t.sleep(2_500);
  }

  private static void light(TestBench t) {
    t.write(ItlaRegister.PWR, 1_000);
    t.write(ItlaRegister.RES_ENA, 8);
    t.settle();
    t.sleep(500);
  }

  private static void clear(TestBench t) {
    t.write(ItlaRegister.STATUS_F, StatusWord.CLEAR_LATCHES);
    t.write(ItlaRegister.STATUS_W, StatusWord.CLEAR_LATCHES);
  }

  private static Set<StatusBit> fatal(TestBench t) {
    return new StatusWord(t.value(ItlaRegister.STATUS_F)).bits();
  }

  private static Set<StatusBit> warning(TestBench t) {
    return new StatusWord(t.value(ItlaRegister.STATUS_W)).bits();
  }
}
