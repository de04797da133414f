package org.optihal.protocols.itla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.optihal.protocols.itla.ItlaRegister.Access;
import org.optihal.protocols.itla.ItlaRegister.Format;
import org.optihal.protocols.itla.ItlaRegister.Origin;

/** The map agrees with the register files of pytla (MIT), whose columns are restated here. */
class ItlaRegisterTest {
  private static final String MSA_01_2 =
      "00 01 02 03 04 05 06 07 08 09 0A 0B 0D 0E 0F 10 13 14 15 "
          + "20 21 22 23 24 25 26 27 28 29 2A 30 31 32 33 34 35 36 40 41 42 43 4F "
          + "50 51 52 53 54 55 56 57 58 59 5A 5B 5C 5D 5E 5F 60 61 62";
  private static final String MSA_01_3 = "63 64 65 66 67 68 69 6A 6B";
  private static final String READ_ONLY =
      "01 02 03 04 05 06 07 09 0A 13 15 40 41 42 43 4F 50 51 52 53 54 55 56 57 58 61 68 69 6A 6B";
  private static final String SIGNED = "31 34 42 43 50 51 57 58 5D 5E 62 66";
  private static final String AEA = "01 02 03 04 05 06 07 57 58";

  @Test
  void holdsEveryRegisterOfBothEditionsAndOneOfAVendor() {
    assertThat(numbers(r -> r.origin() == Origin.MSA_01_2)).isEqualTo(listed(MSA_01_2));
    assertThat(numbers(r -> r.origin() == Origin.MSA_01_3)).isEqualTo(listed(MSA_01_3));
    assertThat(numbers(r -> r.origin() == Origin.PURE_PHOTONICS)).isEqualTo(listed("90"));
  }

  @Test
  void accessSignAndExtendedAddressingAgreeWithAPublicClient() {
    assertThat(numbers(r -> r.access() == Access.RO)).isEqualTo(listed(READ_ONLY));
    assertThat(numbers(ItlaRegister::isSigned)).isEqualTo(listed(SIGNED));
    assertThat(numbers(ItlaRegister::isAea)).isEqualTo(listed(AEA));
    assertThat(numbers(r -> r.format() == Format.TEXT)).isEqualTo(listed("01 02 03 04 05 06 07"));
  }

  @Test
  void everyNumberFindsItsRegisterAndEveryOtherNumberNone() {
    Set<String> mnemonics = new HashSet<>();
    for (ItlaRegister register : ItlaRegister.values()) {
      assertThat(ItlaRegister.of(register.number())).isSameAs(register);
      assertThat(mnemonics.add(register.mnemonic())).as(register.mnemonic()).isTrue();
      assertThat(register.title()).isNotBlank();
    }
    long known = 0;
    for (int number = -1000; number <= 1000; number++) {
      known += ItlaRegister.of(number) == null ? 0 : 1;
    }
    assertThat(known).isEqualTo(ItlaRegister.values().length);
    assertThat(ItlaRegister.of(Integer.MIN_VALUE)).isNull();
  }

  @Test
  void fineTuneIsNotItsOwnRange() {
    assertThat(ItlaRegister.FTF.number()).isEqualTo(0x62);
    assertThat(ItlaRegister.FTFR.number()).isEqualTo(0x4F);
  }

  @Test
  void everyValueThatFitsSurvivesAndEveryOtherIsRefused() {
    for (ItlaRegister register : ItlaRegister.values()) {
      int lowest = register.isSigned() ? Short.MIN_VALUE : 0;
      int highest = register.isSigned() ? Short.MAX_VALUE : 0xFFFF;
      for (int value = lowest; value <= highest; value += 251) {
        assertThat(register.value(register.word(value))).isEqualTo(value);
      }
      assertThat(register.word(highest)).isBetween(0, 0xFFFF);
      for (int outside : new int[] {lowest - 1, highest + 1, Integer.MIN_VALUE}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> register.word(outside))
            .withMessageContaining(register.mnemonic());
      }
    }
  }

  private static Set<Integer> numbers(Predicate<ItlaRegister> filter) {
    return Arrays.stream(ItlaRegister.values())
        .filter(filter)
        .map(ItlaRegister::number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Integer> listed(String numbers) {
    return Arrays.stream(numbers.split(" "))
        .map(HexFormat::fromHexDigits)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
