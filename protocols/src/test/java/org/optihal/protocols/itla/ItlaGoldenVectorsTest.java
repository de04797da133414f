package org.optihal.protocols.itla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bytes that were not made by this code.
 *
 * <p>"Recorded" is a real device exchange, {@code 00 00 00 00} -> {@code 54 00 00 10}, recorded by
 * a public client. The rest is computed with the published BIP-4 algorithm, on which five
 * independent public implementations agree.
 */
class ItlaGoldenVectorsTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  @Test
  void aRealModuleAnswersNopWithReadyAndAGoodPacketHasCommunicationErrorClear() {
    assertThat(bytes(ItlaFrame.request(false, 0x00, 0))).isEqualTo("00 00 00 00");
    assertThat(ItlaFrame.READ_NOP).isEqualTo(ItlaFrame.request(false, 0x00, 0));

    int recorded = packet("54 00 00 10");

    assertThat(ItlaFrame.isValid(recorded)).isTrue();
    assertThat(ItlaFrame.communicationError(recorded)).isFalse();
    assertThat(ItlaFrame.isReplyMarked(recorded)).isTrue();
    assertThat(ItlaFrame.status(recorded)).isEqualTo(ItlaStatus.OK);
    assertThat(ItlaFrame.register(recorded)).isZero();
    assertThat(ItlaFrame.data(recorded)).isEqualTo(NopWord.IDLE);
    assertThat(ItlaFrame.reply(ItlaStatus.OK, 0x00, 0x0010)).isEqualTo(recorded);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "enable output,                       true,  RES_ENA, 8,     81 32 00 08",
    "disable output,                      true,  RES_ENA, 0,     01 32 00 00",
    "first channel frequency part 1,      true,  FCF1, 193,   A1 35 00 C1",
    "first channel frequency part 2,      true,  FCF2, 4145,  71 36 10 31",
    "power 1000,                          true,  PWR, 1000,  61 31 03 E8",
    "channel 1,                           true,  CHANNEL, 1,     31 30 00 01",
    "grid -500,                           true,  GRID, -500,  B1 34 FE 0C",
    "fine tune -250,                      true,  FTF, -250,  31 62 FF 06",
    "manufacturer,                        false, MFGR, 0,     20 02 00 00",
    "next two AEA bytes,                  false, AEA_EAR, 0,     B0 0B 00 00",
    "low-noise mode 2,                    true,  LOW_NOISE, 2,     A1 90 00 02",
    "IOCap 115200 baud,                   true,  IO_CAP, 64,    81 0D 00 40",
  })
  void requestsMatchThePublishedBytes(
      String name, boolean write, ItlaRegister register, int value, String expected) {
    int request = ItlaFrame.request(write, register.number(), register.word(value));

    assertThat(bytes(request)).as(name).isEqualTo(expected);
    assertThat(ItlaFrame.isValid(request)).isTrue();
    assertThat(ItlaFrame.isWrite(request)).isEqualTo(write);
    assertThat(ItlaFrame.isLastResponseRequest(request)).isFalse();
    assertThat(ItlaFrame.register(request)).isEqualTo(register.number());
    assertThat(register.value(ItlaFrame.data(request))).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "enable is pending,                   CP,  0x32, 0x0008, E7 32 00 08",
    "power 1000 set,                      OK,  0x31, 0x03E8, 34 31 03 E8",
    "manufacturer has 5 bytes,            AEA, 0x02, 0x0005, 16 02 00 05",
    "nothing left to read,                XE,  0x0B, 0x0000, E5 0B 00 00",
    "NOP after that: ready with ERE,      OK,  0x00, 0x0016, 34 00 00 16",
    "NOP with one operation pending,      OK,  0x00, 0x0110, 44 00 01 10",
  })
  void repliesMatchThePublishedBytes(
      String name, ItlaStatus status, int register, int data, String expected) {
    int reply = ItlaFrame.reply(status, register, data);

    assertThat(bytes(reply)).as(name).isEqualTo(expected);
    assertThat(ItlaFrame.isValid(reply)).isTrue();
    assertThat(ItlaFrame.status(reply)).isEqualTo(status);
    assertThat(ItlaFrame.register(reply)).isEqualTo(register);
    assertThat(ItlaFrame.data(reply)).isEqualTo(data);
  }

  @Test
  void askingForTheLastReplyMatchesThePublishedBytes() {
    int request = ItlaFrame.lastResponseRequest();

    assertThat(bytes(request)).isEqualTo("88 00 00 00");
    assertThat(ItlaFrame.isLastResponseRequest(request)).isTrue();
    assertThat(ItlaFrame.isWrite(request)).isFalse();
  }

  @Test
  void theWordsOfThePublishedRepliesReadAsMeant() {
    assertThat(new NopWord(0x0016))
        .returns(true, NopWord::isReady)
        .returns(false, NopWord::isPending)
        .returns(ItlaError.ERE, NopWord::error);
    assertThat(new NopWord(0x0110))
        .returns(true, NopWord::isReady)
        .returns(1, NopWord::pending)
        .returns(ItlaError.OK, NopWord::error);
    assertThat(ResEna.OUTPUT_ENABLE).isEqualTo(8);
    assertThat(LowNoiseMode.WHISPER.code()).isEqualTo(2);
    assertThat(IoCap.select(BaudCode.BAUD_115200).word()).isEqualTo(0x0040);
  }

  private static int packet(String hex) {
    return ItlaFrame.decode(HEX.parseHex(hex), 0);
  }

  private static String bytes(int packet) {
    byte[] bytes = new byte[ItlaFrame.LENGTH];
    ItlaFrame.encode(packet, bytes, 0);
    return HEX.formatHex(bytes);
  }
}
