package org.optihal.emulators.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.TestBench;
import org.optihal.protocols.itla.ItlaError;
import org.optihal.protocols.itla.ItlaFrame;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.ItlaStatus;

/** What each fault does to an exchange, and that it is over afterwards. */
class WireFaultsTest {
  @ParameterizedTest
  @CsvSource({
    "drop, 00 00 10",
    "drop after=2, 54 00 10",
    "drop count=3, 10",
    "drop count=4, ''",
    "flip bit=0 after=3, 54 00 00 11",
    "flip bit=7 count=2, D4 80 00 10",
    "duplicate after=3, 54 00 00 10 10",
    "split after=1 by=5ms, 54 00 00 10",
    "delay by=20ms, 54 00 00 10",
    "garbage hex=aabb, AA BB 54 00 00 10",
    "drop direction=to-device, ''",
    "flip direction=to-device bit=0 after=1, DC 01 00 00",
    "duplicate direction=to-device, 54 00 00 10",
    "silence for=50ms, ''",
  })
  void eachFaultHarmsOneExchange(String fault, String seen) {
    TestBench.run(
        t -> {
          t.emulation().faults().now("tx-laser " + fault);
          t.send(new byte[4]);
          assertThat(hex(t.receive(8))).isEqualTo(seen);
        });
  }

  @ParameterizedTest
  @CsvSource({"drop", "flip", "duplicate", "split", "delay", "late", "garbage", "silence for=50ms"})
  void afterwardsTheLineIsWhole(String fault) {
    TestBench.run(
        t -> {
          t.patience(Duration.ofSeconds(1));
          t.emulation().faults().now("tx-laser " + fault);
          t.send(new byte[4]);
          t.receive(64);
          for (int i = 0; i < 3; i++) {
            assertThat(t.exchange("00 00 00 00")).isEqualTo("54 00 00 10");
          }
        });
  }

  @Test
  void aLateReplyMeetsTheNextRequest() {
    TestBench.run(
        t -> {
          t.emulation().faults().now("tx-laser late by=150ms");
          assertThat(t.exchange("00 00 00 00")).as("nothing in 100 ms").isEmpty();
          assertThat(t.exchange("20 02 00 00")).as("the answer before").isEqualTo("54 00 00 10");
          assertThat(hex(t.receive(4))).as("nothing overtakes it").isEqualTo("C6 02 00 08");
        });
  }

  @Test
  void aSplitReplyComesInTwoParts() {
    TestBench.run(
        t -> {
          t.emulation().faults().now("tx-laser split after=1 by=30ms");
          t.send(new byte[4]);
          byte[] some = new byte[8];
          assertThat(t.wire().read(some, 0, 8, t.clock().nanos() + 1_000_000_000)).isEqualTo(1);
          long first = t.clock().nanos();
          assertThat(t.wire().read(some, 0, 8, t.clock().nanos() + 1_000_000_000)).isEqualTo(3);
          assertThat(t.clock().nanos() - first).isBetween(30_000_000L, 34_000_000L);
        });
  }

  @Test
  void bytesToTheDeviceKeepTheirOrderWhenSomeAreHeldBack() {
    TestBench.run(
        t -> {
          t.patience(Duration.ofSeconds(1));
          t.emulation().faults().now("tx-laser delay direction=to-device by=200ms");
          t.send(java.util.HexFormat.of().parseHex("613103E8"));
          t.sleep(50);
          t.send(java.util.HexFormat.of().parseHex("20020000"));
          assertThat(hex(t.receive(8))).isEqualTo("34 31 03 E8 C6 02 00 08");
        });
  }

  @Test
  void noiseThatCompletesAPacketIsAnsweredToTheClient() {
    TestBench.run(
        t -> {
          t.emulation().faults().now("tx-laser garbage direction=to-device hex=00000000");
          assertThat(hex(t.receive(4))).isEqualTo("54 00 00 10");
        });
  }

  @Test
  void theProtocolLevelRefuses() {
    TestBench.run(
        t -> {
          t.emulation().faults().now("tx-laser error code=ivc count=2");
          for (int i = 0; i < 2; i++) {
            assertThat(ItlaFrame.status(t.read(ItlaRegister.OOP))).isEqualTo(ItlaStatus.XE);
            assertThat(t.nop().error()).isEqualTo(ItlaError.IVC);
          }
          assertThat(ItlaFrame.status(t.read(ItlaRegister.OOP))).isEqualTo(ItlaStatus.OK);

          t.emulation().faults().now("tx-laser busy for=1s");
          assertThat(t.nop().isPending()).isTrue();
          t.write(ItlaRegister.CHANNEL, 2);
          assertThat(t.nop().error()).isEqualTo(ItlaError.CIP);
          t.sleep(1_000);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.CHANNEL, 2))).isEqualTo(ItlaStatus.OK);

          t.emulation().faults().now("tx-laser identity serial=OTHER-1");
          assertThat(t.emulation().truth().state("tx-laser"))
              .containsEntry("serial-number", "OTHER-1");
        });
  }

  @Test
  void aPlanHappensAtItsTimesAndItsLogRepeatsItByteForByte() {
    List<String> plan =
        FaultPlan.random(11, List.of("tx-laser"), Duration.ofSeconds(3), 25).lines();
    TestBench first = talk(plan);
    List<String> log = first.emulation().faults().log();
    assertThat(log).isEqualTo(plan);
    TestBench second = talk(log);
    assertThat(second.trace()).isEqualTo(first.trace());
    assertThat(talk(List.of()).trace()).as("the plan does something").isNotEqualTo(first.trace());
  }

  @Test
  void faultsGivenByHandAreLoggedWithTheirTimes() {
    TestBench.run(
        t -> {
          t.sleep(1_250);
          t.emulation().faults().now("tx-laser drop count=2");
          t.emulation().faults().unplug("tx-laser");
          assertThat(t.emulation().faults().log())
              .containsExactly("1.25s tx-laser drop count=2", "1.25s tx-laser unplug");
        });
  }

  private static TestBench talk(List<String> plan) {
    return TestBench.run(
        Map.of(),
        3,
        t -> {
          t.emulation().faults().plan(plan);
          while (t.clock().nanos() < 5_000_000_000L) {
            try {
              t.exchange("00 00 00 00");
              t.exchange("60 42 00 00");
            } catch (org.optihal.hal.error.HalException e) {
              t.sleep(10);
              reconnect(t);
            }
          }
        });
  }

  private static void reconnect(TestBench t) {
    try {
      t.open("baud=9600");
    } catch (org.optihal.hal.error.HalException e) {
      // still unplugged: the next exchange fails on the old link, and comes here again
      t.sleep(1);
    }
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
  }
}
