package org.optihal.node.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.Experiment.Basis;
import org.optihal.hal.bench.Experiment.Figure;
import org.optihal.hal.bench.Experiment.Reduce;
import org.optihal.hal.light.Cause;
import org.optihal.node.experiment.Verdict.Outcome;

/** One meter whose key rate went 100, none, 300 bit/s, with noise that Raman dominates. */
final class VerdictTest {
  private final MeterRecord bb84 =
      record(
          List.of(
              Quantity.keyRate("key"),
              Quantity.error("qber", Unit.SHARE, "errors"),
              Quantity.noise(List.of(Cause.DARK), Unit.PER_SECOND, "clicks").get(0),
              Quantity.noise(List.of(Cause.RAMAN_CO), Unit.PER_SECOND, "clicks").get(0)),
          new double[][] {
            {100, 0.03, 5, 50}, {Double.NaN, 0.04, 5, 50}, {300, 0.05, 5, 50},
          });
  private final Map<String, MeterRecord> meters = Map.of("bb84", bb84);

  private static MeterRecord record(List<Quantity> quantities, double[][] samples) {
    Meter meter =
        new Meter() {
          @Override
          public List<Quantity> quantities() {
            return quantities;
          }

          @Override
          public double[] sample(double now, double seconds) {
            return samples[(int) now];
          }
        };
    MeterRecord record =
        new MeterRecord(new Element("bb84", "decoy-bb84", Map.of(), "bench.yaml:7:3"), meter);
    for (int i = 0; i < samples.length; i++) {
      record.sample(i, 1);
    }
    return record;
  }

  private static Figure figure(
      String of, Reduce reduce, String published, String tolerance, Basis basis) {
    return new Figure("a figure", of, reduce, published, tolerance, basis, "bench.yaml:20:5");
  }

  @ParameterizedTest
  @CsvSource({
    "MEAN, 0.2 kbit/s, 1 %, PUBLISHED, REPRODUCED",
    "MEAN, 0.2 kbit/s, 1 %, ASSUMED, CONSISTENT",
    "MEAN, 0.3 kbit/s, 1 %, PUBLISHED, NOT_REPRODUCED",
    "MEAN, 0.39 kbit/s, factor 2, PUBLISHED, REPRODUCED",
    "MIN, 0.1 kbit/s, 1 %, PUBLISHED, REPRODUCED",
    "MAX, 0.3 kbit/s, 1 %, PUBLISHED, REPRODUCED",
    "LAST, 0.3 kbit/s, 1 %, PUBLISHED, REPRODUCED",
    "MIN, > 0 bit/s, '', PUBLISHED, CONSISTENT",
    "MIN, > 150 bit/s, '', PUBLISHED, NOT_REPRODUCED",
    "MEAN, unknown, '', PUBLISHED, UNKNOWN",
  })
  void aKeyRateIsJudged(
      Reduce reduce, String published, String tolerance, Basis basis, Outcome outcome) {
    Verdict v = Verdict.of(figure("bb84.key-rate", reduce, published, tolerance, basis), meters);

    assertThat(v.outcome()).isEqualTo(outcome);
    assertThat(v.ours()).isGreaterThan(0);
    assertThat(v.dominatingNoise()).isEqualTo("raman co");
  }

  @Test
  void sharesAreComparedByTheirDifference() {
    Figure f = figure("bb84.qber", Reduce.MEAN, "3.6 %", "0.5 % absolute", Basis.PUBLISHED);

    assertThat(Verdict.of(f, meters).outcome()).isEqualTo(Outcome.REPRODUCED);
  }

  @Test
  void anOrderIsAtBestConsistent() {
    Figure holds =
        figure("bb84.noise-raman-co", Reduce.MEAN, "> bb84.noise-dark", "", Basis.PUBLISHED);
    Figure fails =
        figure("bb84.noise-raman-co", Reduce.MEAN, "< bb84.noise-dark", "", Basis.PUBLISHED);

    assertThat(Verdict.of(holds, meters).outcome()).isEqualTo(Outcome.CONSISTENT);
    assertThat(Verdict.of(fails, meters).outcome()).isEqualTo(Outcome.NOT_REPRODUCED);
  }

  @Test
  void aMeterWithoutAnyValueReproducesNothing() {
    MeterRecord empty = record(List.of(Quantity.keyRate("key")), new double[][] {{Double.NaN}});

    for (String published : List.of("1 bit/s", "> 0 bit/s", "< 1 bit/s")) {
      Figure f = figure("bb84.key-rate", Reduce.MEAN, published, "factor 2", Basis.PUBLISHED);
      assertThat(Verdict.of(f, Map.of("bb84", empty)).outcome())
          .as(published)
          .isEqualTo(Outcome.NOT_REPRODUCED);
    }
  }

  @Test
  void anUnknownQuantityIsRefusedWithThoseThereAre() {
    Figure f = figure("bb84.key", Reduce.MEAN, "unknown", "", Basis.ASSUMED);

    assertThatThrownBy(() -> Verdict.check(f, meters))
        .hasMessageContaining("bench.yaml:20:5: figure 'a figure': decoy-bb84 bb84")
        .hasMessageContaining("gives no 'key'")
        .hasMessageContaining("it gives: key-rate qber noise-dark noise-raman-co");
  }

  @Test
  void unlikeUnitsAreRefused() {
    Figure f = figure("bb84.key-rate", Reduce.MEAN, "3 dBm", "1 dB", Basis.ASSUMED);
    Figure order = figure("bb84.key-rate", Reduce.MEAN, "> bb84.qber", "", Basis.ASSUMED);

    assertThatThrownBy(() -> Verdict.check(f, meters)).hasMessageContaining("'dBm'");
    assertThatThrownBy(() -> Verdict.check(order, meters)).hasMessageContaining("compared");
  }
}
