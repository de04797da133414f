package org.optihal.hal.photon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.error.HalException;

class TagBatchTest {
  @Test
  void tagsAndLossesStandInTheirOrder() {
    TagBatch b = new TagBatch(4);
    b.add(TagKind.DETECTION, 1, 1_000);
    b.add(TagKind.OVERFLOW_BEGIN, 0, 2_000);
    b.addMissed(-3, 9_000_000_000_000L, 5_000_000_000L);
    b.add(TagKind.SEEDED, 2, Long.MAX_VALUE);

    assertThat(b.size()).isEqualTo(4);
    assertThat(b.isFull()).isTrue();
    assertThat(b.kind(0)).isEqualTo(TagKind.DETECTION);
    assertThat(b.missed(0)).isZero();
    assertThat(b.kind(2)).isEqualTo(TagKind.MISSED);
    assertThat(b.channel(2)).isEqualTo(-3);
    assertThat(b.picos(2)).isEqualTo(9_000_000_000_000L);
    assertThat(b.missed(2)).isEqualTo(5_000_000_000L);
    assertThat(b.kind(3)).isEqualTo(TagKind.SEEDED);
    assertThat(b.picos(3)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aFullBatchTakesNoMoreAndKeepsWhatItHas() {
    TagBatch b = new TagBatch(1);
    b.add(TagKind.DETECTION, 1, 7);
    assertThatThrownBy(() -> b.add(TagKind.DETECTION, 2, 8))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> b.addMissed(2, 8, 1)).isInstanceOf(IllegalStateException.class);
    assertThat(b.size()).isEqualTo(1);
    assertThat(b.picos(0)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 2, Integer.MAX_VALUE})
  void whatLiesBeyondTheSizeCannotBeRead(int i) {
    TagBatch b = new TagBatch(3);
    b.add(TagKind.DETECTION, 1, 7);
    assertThatThrownBy(() -> b.picos(i)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> b.channel(i)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> b.kind(i)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> b.missed(i)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void nothingOfTheLastRoundShowsThroughAfterClear() {
    TagBatch b = new TagBatch(1);
    b.addMissed(1, 5, 12);
    b.clear();
    assertThatThrownBy(() -> b.picos(0)).isInstanceOf(IndexOutOfBoundsException.class);
    b.add(TagKind.DETECTION, 1, 6);
    assertThat(b.missed(0)).isZero();
  }

  @Test
  void nonsenseIsRefused() {
    TagBatch b = new TagBatch(1);
    assertThatThrownBy(() -> b.add(TagKind.DETECTION, 40_000, 0)).hasMessageContaining("40000");
    assertThatThrownBy(() -> b.add(TagKind.MISSED, 1, 0)).hasMessageContaining("how many");
    assertThatThrownBy(() -> b.addMissed(1, 0, 0)).hasMessageContaining("0 tags");
    assertThat(b.size()).isZero();
    assertThatThrownBy(() -> new TagBatch(0)).isInstanceOf(HalException.class);
  }
}
