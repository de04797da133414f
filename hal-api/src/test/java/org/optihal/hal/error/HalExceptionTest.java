package org.optihal.hal.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalExceptionTest {
  @Test
  void theLineSaysWhatWhereAndWhatToDo() {
    HalException e =
        new HalException(Kind.TIMEOUT, Outcome.UNKNOWN, "no answer in 250 ms")
            .at("tx-laser")
            .on("serial:///dev/ttyUSB0")
            .bytes("81 32 00 08")
            .advise("check the cable");
    assertThat(e)
        .hasToString(
            "timeout: tx-laser: no answer in 250 ms [serial:///dev/ttyUSB0] (bytes 81 32 00 08)"
                + "; the device may have acted: check the cable");
  }

  @Test
  void theDevicesOwnWordsAreQuoted() {
    HalException e =
        new HalException(Kind.REFUSED, Outcome.REFUSED, "the laser refused 200 THz")
            .deviceSaid("3", "value out of range");
    assertThat(e.getMessage())
        .isEqualTo("the laser refused 200 THz; the device says: value out of range (3)");
  }

  @Test
  void whoIsNearestKnowsBest() {
    HalException e =
        new HalException(Kind.TIMEOUT, Outcome.UNKNOWN, "x").at("first").at("second").on("link");
    assertThat(e.context().device()).isEqualTo("first");
    assertThat(e.outcome(Outcome.NOT_SENT).outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e.outcome(Outcome.NOT_SENT).context()).isEqualTo(e.context());
  }

  @Test
  void retellingKeepsCauseAndPlace() {
    RuntimeException cause = new RuntimeException("errno 5");
    HalException e =
        new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "gone", ErrorContext.NONE, cause);
    HalException told = e.at("tx-laser");
    assertThat(told).hasCause(cause);
    assertThat(told.getStackTrace()).isEqualTo(e.getStackTrace());
  }

  @Test
  void whateverADeviceSaysIsOneBoundedLine() {
    HalException e =
        new HalException(Kind.DEVICE_FAULT, Outcome.UNKNOWN, "fault\u0000")
            .deviceSaid("\u001b]0;title\u0007", "two\nlines\r\u009b31m \u202eright to left\u2028")
            .advise("x".repeat(100_000));
    assertThat(e.getMessage())
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]")
        .hasSizeLessThan(1100);
    assertThat(e.toString()).startsWith("device fault: fault?").hasSizeLessThan(1100);
  }

  @Test
  void factoriesSayWhetherSomethingWasSent() {
    assertThat(HalException.outOfRange("x").outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(HalException.outOfRange("x").kind()).isEqualTo(Kind.OUT_OF_RANGE);
    assertThat(HalException.configuration("x").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
  }
}
