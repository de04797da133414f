package org.optihal.emulators.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.optihal.hal.error.HalException;
import org.optihal.hal.light.Light;

/** Whatever is joined in whatever way: no more light comes out than went in. */
class PassiveNetworksCreateNoPhotonsTest {
  private static final long FIRST_SEED = 1;
  private static final int NETWORKS = 10_000;
  private static final double ROUNDING = 1e-12;

  /** Every so many networks have fibres: these make noise in all bins, which takes longer. */
  private static final int FIBRES_EVERY = 25;

  @Test
  void tenThousandRandomNetworks() {
    int rings = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + NETWORKS + rings; seed++) {
      RandomNetwork network = new RandomNetwork(seed, seed % FIBRES_EVERY == 0);
      String seeded = "seed " + seed;
      try {
        network.bench().field();
      } catch (HalException e) {
        assertThat(e).as(seeded).hasMessageContaining("light goes round");
        rings++;
        continue;
      }
      check(() -> seeded + ":\n" + network, network.bench(), network.open(), network.sources());
    }
    assertThat(rings).isBetween(1, NETWORKS);
  }

  @Test
  void theBooksShowLightThatIsMade() {
    TestSource source = TestSource.laser("s", 193.1e12, 1e-3);
    FieldFixture bench =
        FieldFixture.of("amp amplifier gain=0.001dB", "tap coupler ratio=50%")
            .add(source)
            .wire("s/out -> amp -> tap/in");
    List<String> open = List.of("tap/through", "tap/tap", "tap/in2", "amp/in");
    assertThatThrownBy(() -> check(() -> "amplified", bench, open, List.of(source)))
        .isInstanceOf(AssertionError.class);
  }

  /** Compares what leaves at open ports and enters sources with what sources made. */
  private static void check(
      Supplier<String> what, FieldFixture bench, List<String> open, List<TestSource> sources) {
    List<Light> ends = new ArrayList<>();
    open.forEach(port -> ends.add(bench.leaving(port)));
    sources.forEach(source -> ends.add(bench.entering(source.name() + "/out")));
    double made = 0;
    double ended = 0;
    Map<String, Double> byLine = new HashMap<>();
    for (Light end : ends) {
      ended += end.watts();
      end.lines().forEach(l -> byLine.merge(l.source(), l.watts() + l.crosstalk(), Double::sum));
    }
    for (TestSource source : sources) {
      for (Emitter line : source.emitters()) {
        made += line.watts();
        // A line keeps its frequency in a passive network, so its power counts photons.
        assertThat(byLine.getOrDefault(line.source(), 0.0))
            .as(what)
            .isLessThanOrEqualTo(line.watts() * (1 + ROUNDING));
      }
    }
    assertThat(ended).as(what).isLessThanOrEqualTo(made * (1 + ROUNDING)); // with all noise
  }
}
