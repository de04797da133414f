package org.optihal.emulators.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;

class LightFieldWiringTest {
  private static final double F = 193.1e12;

  @Test
  void lightThatGoesRoundIsRefusedWithTheRing() {
    FieldFixture bench =
        FieldFixture.of("ring coupler ratio=10%", "loop attenuator attenuation=3dB")
            .wire("ring/through -> loop -> ring/in2");
    assertThatThrownBy(bench::field)
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessageContaining(
            "attenuator loop (bench:2): light goes round: ring/in2 -> loop/in -> ring/in2")
        .hasMessageContaining("isolator");
  }

  @Test
  void aRingOpenedByAnIsolatorIsGranted() {
    // Light comes round by the circulator only; the isolator stops it.
    String[] elements = {"c circulator", "end coupler ratio=50%"};
    FieldFixture closed =
        FieldFixture.of(elements).wire("c/p3 -> end/in").wire("end/through -> c/p2");
    assertThatThrownBy(closed::field).hasMessageContaining("light goes round");
    FieldFixture open =
        FieldFixture.of(elements)
            .add("iso isolator")
            .add(TestSource.laser("laser", F, 1))
            .wire("laser/out -> c/p1")
            .wire("c/p3 -> end/in")
            .wire("c/p2 -> iso -> end/through");
    assertThat(open.watts("end/in2", "laser")).isCloseTo(0.5 * (1 - 1e-4), within(1e-12));
  }

  @Test
  void lightAtAnUnconnectedPortIsLost() {
    FieldFixture bench =
        FieldFixture.of("tap coupler ratio=10%", "att attenuator attenuation=3dB")
            .add(TestSource.laser("laser", F, 1))
            .wire("laser/out -> tap -> att/in");
    assertThat(bench.watts("tap/tap", "laser")).isCloseTo(0.1, within(1e-15));
    assertThat(bench.entering("tap/tap").watts()).isZero();
    assertThat(bench.entering("laser/out").watts()).isZero();
  }

  @Test
  void aPortIsWiredOnce() {
    assertThatThrownBy(
            () ->
                FieldFixture.of("a attenuator attenuation=1dB", "b attenuator attenuation=1dB")
                    .wire("a/out -> b/in")
                    .wire("a/in -> b/in")
                    .field())
        .hasMessageContaining("bench:wire2")
        .hasMessageContaining("b/in is wired twice");
  }

  @Test
  void aPortThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(
            () ->
                FieldFixture.of("a attenuator attenuation=1dB", "b attenuator attenuation=1dB")
                    .wire("a/out -> b/tap")
                    .field())
        .hasMessageContaining("b/tap has no light; ports: in out");
  }

  @Test
  void lightGoesBothWaysThroughAWire() {
    FieldFixture bench =
        FieldFixture.of("att attenuator attenuation=10dB")
            .add(TestSource.laser("east", F, 1))
            .add(TestSource.laser("west", F + 1e12, 2))
            .wire("east/out -> att -> west/out");
    assertThat(bench.entering("west/out").line("east").orElseThrow().watts())
        .isCloseTo(0.1, within(1e-15));
    assertThat(bench.entering("east/out").line("west").orElseThrow().watts())
        .isCloseTo(0.2, within(1e-15));
  }

  @Test
  void aSwitchThatIsSetAnewTakesTheOtherWay() {
    String text = "sw switch inputs=1 outputs=2 connect=";
    FieldFixture bench =
        FieldFixture.of(text + "in1>out1")
            .add(TestSource.laser("laser", F, 1))
            .wire("laser/out -> sw/in1");
    assertThat(bench.watts("sw/out1", "laser")).isGreaterThan(0.99);
    bench.replace(text + "in1>out2");
    assertThat(bench.watts("sw/out1", "laser")).isZero();
    assertThat(bench.watts("sw/out2", "laser")).isGreaterThan(0.99);
  }
}
