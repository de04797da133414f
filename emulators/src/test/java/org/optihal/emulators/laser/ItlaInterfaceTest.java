package org.optihal.emulators.laser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.TestBench;
import org.optihal.protocols.itla.ItlaError;
import org.optihal.protocols.itla.ItlaFrame;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.ItlaSplitter;
import org.optihal.protocols.itla.ItlaStatus;
import org.optihal.protocols.itla.StatusBit;
import org.optihal.protocols.itla.StatusWord;

/** Packets, damage, LstRsp, line speed. */
class ItlaInterfaceTest {
  @Test
  void aDamagedPacketIsAnsweredWithCommunicationErrorAndNotExecuted() {
    TestBench.run(
        t -> {
          int enable = ItlaFrame.request(true, ItlaRegister.RES_ENA.number(), 8);
          int reply = t.exchange(enable ^ 0x0000_0100);
          assertThat(ItlaFrame.communicationError(reply)).isTrue();
          assertThat(ItlaFrame.isValid(reply)).isTrue();
          assertThat(t.value(ItlaRegister.RES_ENA)).isZero();
          assertThat(status(t, StatusBit.COMMUNICATION_ERROR)).isTrue();
        });
  }

  @Test
  void theLastResponseComesAgainUnchangedAndNothingIsExecuted() {
    TestBench.run(
        t -> {
          int reply = t.write(ItlaRegister.RES_ENA, 8);
          assertThat(ItlaFrame.status(reply)).isEqualTo(ItlaStatus.CP);
          t.write(ItlaRegister.RES_ENA, 0);
          int again = t.exchange(ItlaFrame.lastResponseRequest());
          assertThat(again).isEqualTo(ItlaFrame.reply(ItlaStatus.OK, 0x32, 0));
          assertThat(t.value(ItlaRegister.RES_ENA)).isZero();
        });
  }

  @Test
  void aRefusalIsResentAsARefusal() {
    TestBench.run(
        t -> {
          int reply = t.write(ItlaRegister.PWR, 30_000);
          assertThat(t.exchange(ItlaFrame.lastResponseRequest())).isEqualTo(reply);
        });
  }

  @Test
  void aDamagedLastResponseRequestDoesNotLoseTheLastResponse() {
    TestBench.run(
        t -> {
          int reply = t.write(ItlaRegister.PWR, 1_000);
          int damaged = t.exchange(ItlaFrame.lastResponseRequest() ^ 1);
          assertThat(ItlaFrame.communicationError(damaged)).isTrue();
          assertThat(t.exchange(ItlaFrame.lastResponseRequest())).isEqualTo(reply);
        });
  }

  @Test
  void bytesMayComeOneByOne() {
    TestBench.run(
        t -> {
          for (int i = 0; i < 3; i++) {
            t.send((byte) 0);
            t.sleep(1_000);
          }
          assertThat(t.exchange("00")).isEqualTo("54 00 00 10");
        });
  }

  @Test
  void singleZeroBytesRealignALineThatLostAByte() {
    TestBench.run(
        t -> {
          t.send((byte) 0x81, (byte) 0x32, (byte) 0x00);
          assertThat(t.receive(4)).isEmpty();
          int zeros = 0;
          String reply = "";
          while (!reply.equals("54 00 00 10") && zeros < 8) {
            reply = t.exchange("00");
            zeros++;
          }
          assertThat(zeros).as("one to fill up, four for a NOP").isEqualTo(5);
        });
  }

  @ParameterizedTest
  @CsvSource({"OOP, RNW", "SER_NO, RNW", "DL_STATUS, RNW", "DL_CONFIG, EXF", "EAR, ERE"})
  void whatCannotBeWrittenSaysWhy(ItlaRegister register, ItlaError error) {
    TestBench.run(
        t -> {
          assertThat(ItlaFrame.status(t.write(register, 1))).isEqualTo(ItlaStatus.XE);
          assertThat(t.nop().error()).isEqualTo(error);
          assertThat(t.nop().error()).as("told once").isEqualTo(ItlaError.OK);
          assertThat(status(t, StatusBit.EXECUTION_ERROR)).isTrue();
        });
  }

  @Test
  void registersThatNobodyDefinedAreNotImplemented() {
    TestBench.run(
        t -> {
          int reply = t.exchange(ItlaFrame.request(false, 0xC3, 0));
          assertThat(ItlaFrame.status(reply)).isEqualTo(ItlaStatus.XE);
          assertThat(ItlaFrame.register(reply)).isEqualTo(0xC3);
          assertThat(t.nop().error()).isEqualTo(ItlaError.RNI);
        });
  }

  @Test
  void everyRegisterOf13IsRefusedBy12AndKnownTo13() {
    for (ItlaRegister register : ItlaRegister.values()) {
      boolean fine = register.origin() == ItlaRegister.Origin.MSA_01_3;
      boolean vendor = register.origin() == ItlaRegister.Origin.PURE_PHOTONICS;
      TestBench.run(
          Map.of("version", "1.2"),
          t ->
              assertThat(implemented(t, register))
                  .as("1.2 %s", register)
                  .isEqualTo(!fine && !vendor));
      TestBench.run(
          t -> assertThat(implemented(t, register)).as("1.3 %s", register).isEqualTo(!vendor));
      TestBench.run(
          Map.of("profile", "pure-photonics"),
          t -> assertThat(implemented(t, register)).as("vendor %s", register).isTrue());
    }
  }

  private static boolean implemented(TestBench t, ItlaRegister register) {
    t.read(register);
    return t.nop().error() != ItlaError.RNI;
  }

  @Test
  void theLineSpeedChangesAfterTheAnswer() {
    TestBench.run(
        t -> {
          assertThat(t.value(ItlaRegister.IO_CAP)).as("9600 now, 115200 at most").isEqualTo(0x04);
          assertThat(t.exchange("81 0D 00 40")).as("answered at 9600").isEqualTo("D4 0D 00 40");
          t.wire().serial().orElseThrow().baud(115_200);
          long before = t.clock().nanos();
          assertThat(t.exchange("00 00 00 00")).isEqualTo("54 00 00 10");
          assertThat(t.clock().nanos() - before).isLessThan(2_000_000);
          assertThat(t.value(ItlaRegister.IO_CAP)).isEqualTo(0x44);
        });
  }

  @Test
  void aLineSpeedThatDoesNotExistIsRefused() {
    TestBench.run(
        t -> {
          assertThat(ItlaFrame.status(t.write(ItlaRegister.IO_CAP, 0x50))).isEqualTo(ItlaStatus.XE);
          assertThat(t.nop().error()).isEqualTo(ItlaError.RVE);
        });
  }

  @ParameterizedTest
  @CsvSource({"115200", "19200", "4800", "57600"})
  void atTheWrongSpeedNothingReadableComesBackAndNothingIsExecuted(int baud) {
    TestBench.run(
        t -> {
          t.reopen("baud=" + baud);
          for (int i = 0; i < 10; i++) {
            byte[] enable = new byte[4];
            ItlaFrame.encode(ItlaFrame.request(true, ItlaRegister.RES_ENA.number(), 8), enable, 0);
            t.send(enable);
            byte[] seen = t.receive(4);
            assertThat(seen.length == 4 && ItlaFrame.register(ItlaFrame.decode(seen, 0)) == 0x32)
                .isFalse();
          }
          assertThat(t.emulation().truth().state("tx-laser")).containsEntry("enabled", "no");
          t.reopen("baud=9600");
          String reply = "";
          // Three to fill up, four for a NOP that tells of a refusal, four for one that does not.
          for (int i = 0; i < 11 && !reply.equals("54 00 00 10"); i++) {
            reply = t.exchange("00");
          }
          assertThat(reply).as("back in step").isEqualTo("54 00 00 10");
        });
  }

  @Test
  void whateverArrivesIsAnsweredInWholeValidPackets() {
    TestBench.run(
        Map.of("baud", "0", "latency", "0 s", "latency-jitter", "0 s"),
        t -> {
          SplittableRandom random = new SplittableRandom(1);
          ItlaSplitter replies = new ItlaSplitter();
          byte[] noise = new byte[64];
          byte[] back = new byte[4096];
          for (int round = 0; round < 2_000; round++) {
            random.nextBytes(noise);
            t.wire().write(noise, 0, noise.length, Long.MAX_VALUE);
            int n = t.wire().read(back, 0, back.length, t.clock().nanos() + 1_000);
            for (int i = 0; i < n; i++) {
              if (replies.accept(back[i])) {
                assertThat(ItlaFrame.isValid(replies.packet())).isTrue();
              }
            }
          }
          assertThat(replies.held()).isZero();
        });
  }

  private static boolean status(TestBench t, StatusBit bit) {
    return new StatusWord(t.value(ItlaRegister.STATUS_F)).has(bit);
  }
}
