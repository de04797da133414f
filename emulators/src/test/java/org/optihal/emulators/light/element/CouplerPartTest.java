package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.optihal.emulators.light.FieldFixture;
import org.optihal.emulators.light.TestSource;

class CouplerPartTest {
  private static final double F = 193.1e12;

  private static FieldFixture from(String port) {
    return FieldFixture.of("tap coupler ratio=10% loss=0.5dB")
        .add(TestSource.laser("laser", F, 1e-3))
        .wire("laser/out -> tap/" + port);
  }

  private static double db(double share) {
    return -10 * StrictMath.log10(share);
  }

  @Test
  void theTapGetsItsShareFromTheFirstFibre() {
    FieldFixture bench = from("in");
    assertThat(bench.lossDb("tap/through", "laser")).isCloseTo(0.5 + db(0.9), within(1e-12));
    assertThat(bench.lossDb("tap/tap", "laser")).isCloseTo(0.5 + db(0.1), within(1e-12));
    assertThat(bench.leaving("tap/in").lines()).isEmpty();
    assertThat(bench.leaving("tap/in2").lines()).isEmpty();
  }

  @Test
  void theOtherThreePortsBehaveTheSame() {
    assertThat(from("in2").lossDb("tap/tap", "laser")).isCloseTo(0.5 + db(0.9), within(1e-12));
    assertThat(from("in2").lossDb("tap/through", "laser")).isCloseTo(0.5 + db(0.1), within(1e-12));
    assertThat(from("through").lossDb("tap/in", "laser")).isCloseTo(0.5 + db(0.9), within(1e-12));
    assertThat(from("through").lossDb("tap/in2", "laser")).isCloseTo(0.5 + db(0.1), within(1e-12));
    assertThat(from("tap").lossDb("tap/in2", "laser")).isCloseTo(0.5 + db(0.9), within(1e-12));
    assertThat(from("tap").lossDb("tap/in", "laser")).isCloseTo(0.5 + db(0.1), within(1e-12));
  }

  @Test
  void joiningTwoFibresCostsWhatSplittingDoes() {
    FieldFixture bench =
        FieldFixture.of("join coupler ratio=50%")
            .add(TestSource.laser("one", F, 1e-3))
            .add(TestSource.laser("two", F, 2e-3))
            .wire("one/out -> join/in")
            .wire("two/out -> join/in2");
    assertThat(bench.watts("join/through", "one")).isCloseTo(0.5e-3, within(1e-18));
    assertThat(bench.watts("join/through", "two")).isCloseTo(1e-3, within(1e-18));
  }

  @Test
  void twoWaysAddInPower() {
    FieldFixture bench =
        FieldFixture.of("split coupler ratio=50%", "join coupler ratio=50%")
            .add(TestSource.laser("laser", F, 1e-3))
            .wire("laser/out -> split/in")
            .wire("split/through -> join/in")
            .wire("split/tap -> join/in2");
    assertThat(bench.watts("join/through", "laser")).isCloseTo(0.5e-3, within(1e-18));
    assertThat(bench.watts("join/tap", "laser")).isCloseTo(0.5e-3, within(1e-18));
  }

  @Test
  void aShareBeyondAllIsRefused() {
    assertThatThrownBy(() -> FieldFixture.of("c coupler ratio=120%").field())
        .hasMessageContaining("coupler c (bench:1)")
        .hasMessageContaining("ratio");
  }

  @Test
  void aLossThatCreatesLightIsRefused() {
    assertThatThrownBy(() -> FieldFixture.of("c coupler ratio=10% loss=-1dB").field())
        .hasMessageContaining("coupler c (bench:1), loss: a loss is not negative");
  }
}
