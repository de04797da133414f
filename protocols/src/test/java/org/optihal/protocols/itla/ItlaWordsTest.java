package org.optihal.protocols.itla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.protocols.itla.DitherEnable.Waveform;

class ItlaWordsTest {
  @Test
  void everyCodeOfStatusErrorAndModeStandsForItself() {
    for (ItlaStatus status : ItlaStatus.values()) {
      assertThat(ItlaStatus.of(status.code())).isSameAs(status);
    }
    assertThat(ItlaError.values()).hasSize(16);
    for (ItlaError error : ItlaError.values()) {
      assertThat(ItlaError.of(error.code())).isSameAs(error);
      assertThat(error.sentence()).isNotBlank();
      assertThat(error.isReserved()).isEqualTo(error.name().startsWith("RESERVED"));
    }
    for (LowNoiseMode mode : LowNoiseMode.values()) {
      assertThat(LowNoiseMode.of(mode.code())).isSameAs(mode);
    }
    assertThat(LowNoiseMode.of(3)).isNull();
    assertThat(LowNoiseMode.of(-1)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, OK", "1, RNI", "2, RNW", "3, RVE", "4, CIP", "5, CII", "6, ERE", "7, ERO", "8, EXF",
    "9, CIE", "10, IVC", "15, VSE"
  })
  void errorCodesAreThoseOfPublicClients(int code, ItlaError error) {
    assertThat(ItlaError.of(code)).isEqualTo(error);
  }

  @Test
  void nopHoldsPendingReadyAndErrorApart() {
    for (int word = 0; word <= 0xFFFF; word++) {
      NopWord nop = new NopWord(word);
      NopWord rebuilt = NopWord.of(nop.pending(), nop.isReady(), nop.error());
      assertThat(rebuilt.word()).isEqualTo(word & 0xFF1F);
      assertThat(nop.isPending()).isEqualTo(word > 0xFF);
    }
    assertThat(NopWord.of(0, true, ItlaError.OK).word()).isEqualTo(NopWord.IDLE);
    assertThatIllegalArgumentException().isThrownBy(() -> NopWord.of(0x100, true, ItlaError.OK));
  }

  @ParameterizedTest
  @CsvSource({
    "0x0001, POWER_LATCHED",
    "0x0002, THERMAL_LATCHED",
    "0x0004, FREQUENCY_LATCHED",
    "0x0008, VENDOR_LATCHED",
    "0x0010, COMMUNICATION_RESET",
    "0x0020, MODULE_RESTARTED",
    "0x0040, COMMUNICATION_ERROR",
    "0x0080, EXECUTION_ERROR",
    "0x0100, POWER",
    "0x0200, THERMAL",
    "0x0400, FREQUENCY",
    "0x0800, VENDOR",
    "0x1000, DISABLED",
    "0x2000, FATAL",
    "0x4000, ALARM",
    "0x8000, SERVICE_REQUEST"
  })
  void statusBitsSitWherePublicClientsReadThem(int word, StatusBit bit) {
    StatusWord status = new StatusWord(word);

    assertThat(status.has(bit)).isTrue();
    assertThat(status.bits()).containsExactly(bit);
    assertThat(StatusWord.of(EnumSet.of(bit))).isEqualTo(status);
    assertThat(bit.isLatched()).isEqualTo(word <= 0x80);
  }

  @Test
  void statusBitsComposeTheWord() {
    for (int word = 0; word <= 0xFFFF; word += 7) {
      assertThat(StatusWord.of(new StatusWord(word).bits()).word()).isEqualTo(word);
    }
    assertThat(new StatusWord(StatusWord.CLEAR_LATCHES).bits()).allMatch(StatusBit::isLatched);
  }

  @Test
  void triggerMasksSelectLatchesOfBothStatusWords() {
    StatusWord all = new StatusWord(0xFFFF);
    StatusWord none = new StatusWord(0);

    assertThat(TriggerMask.sources(none, none)).isZero();
    assertThat(TriggerMask.sources(all, none)).isEqualTo(0x10FF);
    assertThat(TriggerMask.sources(none, all)).isEqualTo(0x0F00);
    assertThat(TriggerMask.sources(all, all)).isEqualTo(TriggerMask.SRQ.settable());
    assertThat(TriggerMask.sources(none, StatusWord.of(EnumSet.of(StatusBit.FREQUENCY_LATCHED))))
        .isEqualTo(0x0400);
    assertThat(TriggerMask.sources(StatusWord.of(EnumSet.of(StatusBit.FREQUENCY)), none)).isZero();
    for (TriggerMask mask : TriggerMask.values()) {
      assertThat(mask.assumedDefault() & ~mask.settable()).as(mask.name()).isZero();
    }
    assertThat(TriggerMask.SRQ.register().number()).isEqualTo(0x28);
    assertThat(TriggerMask.FATAL.register().number()).isEqualTo(0x29);
    assertThat(TriggerMask.ALARM.register().number()).isEqualTo(0x2A);
  }

  @Test
  void lineSpeedsComeAndGoAsCodesAndUnknownCodesAsNothing() {
    for (BaudCode speed : BaudCode.values()) {
      assertThat(BaudCode.of(speed.code())).isSameAs(speed);
      assertThat(BaudCode.ofBaud(speed.baud())).isSameAs(speed);
      assertThat(IoCap.select(speed).current()).isSameAs(speed);
      assertThat(IoCap.report(speed, BaudCode.BAUD_115200).current()).isSameAs(speed);
      assertThat(IoCap.report(BaudCode.BAUD_9600, speed).fastest()).isSameAs(speed);
    }
    assertThat(BaudCode.ofBaud(4800)).isNull();
    assertThat(BaudCode.of(-1)).isNull();
    assertThat(new IoCap(0xFFFF).current()).isNull();
    assertThat(new IoCap(0xFFFF).fastest()).isNull();
    assertThat(IoCap.report(BaudCode.BAUD_9600, BaudCode.BAUD_115200).word()).isEqualTo(0x0004);
  }

  @Test
  void ditherSwitchAndWaveformShareOneWord() {
    assertThat(DitherEnable.of(true, Waveform.SINE).word()).isEqualTo(0x0002);
    assertThat(DitherEnable.of(true, Waveform.TRIANGLE).word()).isEqualTo(0x0012);
    assertThat(DitherEnable.of(false, Waveform.TRIANGLE).isEnabled()).isFalse();
    assertThat(new DitherEnable(0x0012).waveformCode()).isEqualTo(Waveform.TRIANGLE.code());
  }

  @Test
  void singleBitsSitWherePublicClientsSetThem() {
    assertThat(ResEna.MODULE_RESET).isEqualTo(0x0001);
    assertThat(ResEna.SOFT_RESET).isEqualTo(0x0002);
    assertThat(Mcb.ALARM_DURING_TUNING).isEqualTo(0x0002);
    assertThat(Mcb.SHUTDOWN_ON_FATAL).isEqualTo(0x0004);
    assertThat(DlConfig.runVersion(0xA5C3)).isEqualTo(0x5);
    assertThat(DlConfig.type(0xA5C3)).isEqualTo(0xA);
  }

  @Test
  void noWordTakesMoreThanSixteenBits() {
    for (IntFunction<Object> word :
        List.<IntFunction<Object>>of(
            NopWord::new, StatusWord::new, IoCap::new, DitherEnable::new)) {
      assertThat(word.apply(0xFFFF)).isNotNull();
      assertThatIllegalArgumentException().isThrownBy(() -> word.apply(0x1_0000));
      assertThatIllegalArgumentException().isThrownBy(() -> word.apply(-1));
    }
  }
}
