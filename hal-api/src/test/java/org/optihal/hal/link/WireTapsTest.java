package org.optihal.hal.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.VirtualClock;

class WireTapsTest {
  @Test
  void oneSwitchTapsTheLinksOfNowAndLater() throws IOException {
    WireTaps taps = new WireTaps();
    WireTaps.Point before = taps.point("a");
    assertThat(before.tap()).isNull();
    WireTap tap =
        new WireTraceWriter(
            new StringBuilder(), new VirtualClock(), WireTraceWriter.Redaction.NONE);
    taps.tap(tap);
    assertThat(before.tap()).isSameAs(tap);
    assertThat(taps.point("b").tap()).isSameAs(tap);
    assertThat(taps.point("a")).isSameAs(before);
    taps.tap(null);
    assertThat(before.tap()).isNull();
    assertThat(taps.point("b").tap()).isNull();
  }
}
