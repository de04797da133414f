package org.optihal.emulators.laser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.TestBench;
import org.optihal.protocols.itla.AeaString;
import org.optihal.protocols.itla.ItlaError;
import org.optihal.protocols.itla.ItlaFrame;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.ItlaStatus;

/** Texts and arrays can be read both ways that clients read them. */
class ItlaTextTest {
  private static final Map<String, String> SERIAL = Map.of("serial-number", "CRT12345");

  @ParameterizedTest
  @CsvSource({
    "DEV_TYP, CW ITLA",
    "MFGR, OptiHAL",
    "MODEL, ITLA-EMU-13",
    "SER_NO, CRT12345",
    "MFG_DATE, 20-NOV-2026",
    "RELEASE, OIF-ITLA-MSA-01.3",
    "REL_BACK, 1.0"
  })
  void aClientThatTrustsTheCountGetsTheText(ItlaRegister register, String text) {
    TestBench.run(SERIAL, t -> assertThat(byCount(t, register)).isEqualTo(text));
  }

  @Test
  void aClientThatReadsUntilTheErrorGetsTheSameText() {
    TestBench.run(
        SERIAL, t -> assertThat(untilError(t, ItlaRegister.SER_NO)).isEqualTo("CRT12345"));
  }

  @Test
  void aTextCanBeReadAgainFromItsBeginning() {
    TestBench.run(
        t -> {
          t.read(ItlaRegister.MFGR);
          t.read(ItlaRegister.AEA_EAR);
          assertThat(byCount(t, ItlaRegister.MFGR)).isEqualTo("OptiHAL");
        });
  }

  @Test
  void arraysHoldTwoSignedWords() {
    TestBench.run(
        t -> {
          int reply = t.read(ItlaRegister.TEMPS);
          assertThat(ItlaFrame.status(reply)).isEqualTo(ItlaStatus.AEA);
          assertThat(ItlaFrame.data(reply)).isEqualTo(4);
          int diode = ItlaRegister.TEMPS.value(ItlaFrame.data(t.read(ItlaRegister.AEA_EAR)));
          int housing = ItlaRegister.TEMPS.value(ItlaFrame.data(t.read(ItlaRegister.AEA_EAR)));
          assertThat(diode).isBetween(3490, 3510);
          assertThat(housing).isBetween(2900, 3100);
          assertThat(ItlaFrame.status(t.read(ItlaRegister.AEA_EAR))).isEqualTo(ItlaStatus.XE);
        });
  }

  @Test
  void aTextCannotBeWritten() {
    TestBench.run(
        t -> {
          t.read(ItlaRegister.MFGR);
          assertThat(ItlaFrame.status(t.write(ItlaRegister.AEA_EAR, 0))).isEqualTo(ItlaStatus.XE);
          assertThat(t.nop().error()).isEqualTo(ItlaError.ERO);
        });
  }

  private static String byCount(TestBench t, ItlaRegister register) {
    int reply = t.read(register);
    assertThat(ItlaFrame.status(reply)).isEqualTo(ItlaStatus.AEA);
    int count = ItlaFrame.data(reply);
    int[] words = new int[AeaString.wordCount(count)];
    for (int i = 0; i < words.length; i++) {
      words[i] = t.value(ItlaRegister.AEA_EAR);
    }
    assertThat(count).isEqualTo(AeaString.unpack(words, count).length() + 1);
    return AeaString.unpack(words, count);
  }

  /** As pytla does: the count is ignored, and the end is XE with ERE in NOP. */
  private static String untilError(TestBench t, ItlaRegister register) {
    StringBuilder text = new StringBuilder();
    t.read(register);
    int reply = t.read(ItlaRegister.AEA_EAR);
    while (ItlaFrame.status(reply) == ItlaStatus.OK) {
      text.append((char) (ItlaFrame.data(reply) >> 8))
          .append((char) (ItlaFrame.data(reply) & 0xFF));
      reply = t.read(ItlaRegister.AEA_EAR);
    }
    assertThat(ItlaFrame.status(reply)).isEqualTo(ItlaStatus.XE);
    assertThat(t.nop().error()).isEqualTo(ItlaError.ERE);
    return text.toString().replace("\0", "");
  }
}
