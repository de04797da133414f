package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.node.calc.Calculator;
import org.optihal.node.calc.Calculators;
import org.optihal.node.calc.Parameter;
import org.optihal.physics.keyrate.FiniteKey;
import org.optihal.physics.keyrate.FiniteKeySecurity;
import org.optihal.physics.keyrate.OneDecoyFiniteBb84;
import org.optihal.physics.keyrate.WeakCoherentChannel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calculators as scripts use them: what they are asked reaches the formula in the right unit,
 * and what is wrong is told with the option's name.
 */
final class CalcCommandTest {
  private static final double TOLERANCE = 1e-6;

  private final JsonMapper json = new JsonMapper();

  private static CliRun run(String line, String... more) {
    return CliRun.of(
        Stream.concat(Stream.of(("calc " + line).split(" ", -1)), Arrays.stream(more))
            .toArray(String[]::new));
  }

  private JsonNode object(String line) {
    CliRun run = run(line, "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.outLines()).hasSize(1);
    return json.readTree(run.out());
  }

  private void assertResult(String line, String key, double expected) {
    JsonNode value = object(line).get(key);
    assertThat(value).as(key).isNotNull();
    assertThat(value.asDouble() / expected).isCloseTo(1, within(TOLERANCE));
  }

  /** Closed forms evaluated by an implementation of their own, nine digits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          photons --power-w 1e-9 --wavelength-nm 1550 | photonsPerSecond | 7.80288068e9
          photons --mean-photons 0.5 --rate-hz 1e9 --wavelength-nm 1550 | powerDbm | -71.9328496
          photons --mean-photons 0.48 --rate-hz 1e6 | emptyPulses | 0.618783392
          photons --mean-photons 0.48 --rate-hz 1e6 | singlePhotonPulses | 0.297016028
          photons --mean-photons 0.48 --rate-hz 1e6 | multiPhotonPulses | 0.0842005801
          raman --launch-dbm 0 --rho-per-km-nm 4e-9 --bandwidth-nm 0.8 --length-km 10 --pump-loss-db-per-km 0.2 --quantum-loss-db-per-km 0.2 --wavelength-nm 1550 --direction co | powerW | 2.0190635e-11
          raman --launch-dbm 0 --rho-per-km-nm 4e-9 --bandwidth-nm 0.8 --length-km 10 --pump-loss-db-per-km 0.2 --quantum-loss-db-per-km 0.2 --wavelength-nm 1550 --direction co | photonsPerNs | 0.157545116
          raman --length-km 10 --direction counter | powerW | 2.09118988e-11
          raman --length-km 10 --direction counter | photonsPerNs | 0.163173051
          raman --length-km 25 | powerDbm | -75.9691001
          raman --length-km 25 --direction counter | photonsPerNs | 0.243989858
          fwm --f1-thz 193.5 --f2-thz 193.5 --f3-thz 193.4 --launch-dbm 0 --length-km 25 --dispersion-ps-nm-km 17 --slope-ps-nm2-km 0.06 --gamma-per-w-km 1.3 --loss-db-per-km 0.2 | powerW | 4.74357192e-12
          ase --noise-figure-db 5 --gain-db 20 --bandwidth-ghz 12.5 --frequency-thz 193.4 | powerDbm | -32.9537749
          mzm --extinction-db 25 --vpi-v 4 --bias-v 0 | transmission | 0.996847691
          mzm --extinction-db 25 --vpi-v 4 --bias-v 1 | transmission | 0.851324371
          mzm --extinction-db 25 --vpi-v 4 --bias-v 2 | transmission | 0.5
          mzm --extinction-db 25 --vpi-v 4 --bias-v 4 | transmission | 0.00315230918
          spad --photon-rate 1e6 --efficiency 0.2 --dark-rate 1000 --dead-time-us 10 | countRate | 66777.4086
          after-pulse --amplitude 0.05 --lifetime-us 5 --hold-off-us 10 | probability | 0.00676676416
          bb84 --mu 0.48 --loss-db-per-km 0.21 --length-km 0 --receiver-efficiency 0.045 --y0 1.7e-6 --misalignment 0.033 --ec-efficiency 1.22 --sifting 0.5 | keyRatePerPulse | 2.55457727e-3
          bb84 --mu 0.48 --length-km 50 | keyRatePerPulse | 2.22595155e-4
          bb84 --mu 0.48 --length-km 140 | keyRatePerPulse | 2.46454586e-7
          bb84 --mu 0.48 --nu 0.05 --length-km 50 | keyRatePerPulse | 2.096249942e-4
          bb84 --mu 0.48 --nu 0.05 --length-km 50 | y1 | 3.9548066e-3
          bb84 --mu 0.48 --nu 0.05 --length-km 50 | e1 | 0.0353984926
          gg02 --va 4 --transmittance 0.31622776601683794 --excess-noise 0.01 --efficiency 0.6 --electronic-noise 0.01 --beta 0.95 --detection homodyne | keyRateBitsPerSymbol | 0.0916266335
          gg02 --va 4 --transmittance 0.31622776601683794 --excess-noise 0.01 --efficiency 0.6 --electronic-noise 0.01 --beta 0.95 --detection heterodyne | keyRateBitsPerSymbol | 0.0927520497
          gg02 --transmittance 0.31622776601683794 --detection heterodyne | excessNoiseLimit | 0.143048
          """)
  void knownValuesAreHit(String line, String key, double expected) {
    // The last row is known to six digits alone.
    double value = object(line).get(key).asDouble();
    assertThat(value / expected)
        .isCloseTo(1, within(key.equals("excessNoiseLimit") ? 4e-6 : TOLERANCE));
  }

  /** Independent evaluation of the published formulas: mpmath, 30 digits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          photons --power-dbm -70 --wavelength-nm 1310 --rate-hz 625e6 | photonsPerSecond | 659469270.3480949
          photons --power-dbm -70 --wavelength-nm 1310 --rate-hz 625e6 | meanPhotonNumber | 1.055150832556952
          raman --launch-dbm -3.5 --rho-per-km-nm 2.7e-9 --bandwidth-nm 0.16 --length-km 43.7 --pump-loss-db-per-km 0.19 --quantum-loss-db-per-km 0.34 --wavelength-nm 1310 | powerW | 6.432557695705106e-13
          raman --launch-dbm -3.5 --rho-per-km-nm 2.7e-9 --bandwidth-nm 0.16 --length-km 43.7 --pump-loss-db-per-km 0.19 --quantum-loss-db-per-km 0.34 --wavelength-nm 1310 --direction counter | photonsPerNs | 0.01037729722759995
          crosstalk --coupling-per-km 1e-6 --length-km 25.2 --launch-dbm 19.5 --wavelength-nm 1560.61 | crosstalkDb | -45.98599459310387
          crosstalk --coupling-per-km 1e-6 --length-km 25.2 --launch-dbm 19.5 --wavelength-nm 1560.61 | photonsPerNs | 4.4582940876446081e-4
          crosstalk --coupling-per-km 1e-6 --length-km 25.2 --launch-dbm 19.5 --wavelength-nm 1560.61 --direction counter | photonsPerNs | 3.5602540994884537e-4
          leakage --channel-dbm 3 --loss-db 5.5 --isolation-db 83 --wavelength-nm 1550.92 | photonsPerNs | 0.02200455874508618
          cv-raman --launch-dbm -3 --loss-db-per-km 0.21 --length-km 40 | excessNoiseSnu | 0.005014384610133422
          cv-raman --launch-dbm -3 --loss-db-per-km 0.21 --length-km 40 --direction counter | excessNoiseSnu | 0.008780572721728957
          ase --noise-figure-db 4.5 --gain-db 17.3 --bandwidth-ghz 50 --frequency-thz 192.1 | powerDbm | -30.16246601369743
          fwm --f1-thz 229.1 --f2-thz 229.2 --f3-thz 229.0 --launch-dbm 1.5 --length-km 18 --dispersion-ps-nm-km -1.2 --slope-ps-nm2-km 0.09 --gamma-per-w-km 1.7 --loss-db-per-km 0.33 | powerW | 1.581630527501335e-8
          fwm --f1-thz 229.1 --f2-thz 229.2 --f3-thz 229.0 --launch-dbm 1.5 --length-km 18 --dispersion-ps-nm-km -1.2 --slope-ps-nm2-km 0.09 --gamma-per-w-km 1.7 --loss-db-per-km 0.33 | efficiency | 0.01981182289105755
          spad --gate-hz 1e9 --efficiency 0.25 --mean-photons 0.013 --dark-per-gate 2e-6 --dead-gates 1000 | countRate | 764524.0382444031
          spad --photon-rate 2.5e5 --efficiency 0.13 --dark-rate 330 --dead-time-us 22 | countRate | 19062.1625074030634
          mzm --extinction-db 31 --vpi-v 3.7 --bias-v -2.6 | transmission | 0.2031553708787151
          interferometer --linewidth-hz 2e6 --delay-ns 1.5 | visibility | 0.9906194960589274
          bb84 --mu 0.6 --loss-db-per-km 0.19 --length-km 73 --receiver-efficiency 0.12 --y0 4e-6 --misalignment 0.011 --ec-efficiency 1.16 --sifting 0.9 | keyRatePerPulse | 1.0462316481668839e-3
          bb84 --mu 0.6 --nu 0.08 --loss-db-per-km 0.19 --length-km 73 --receiver-efficiency 0.12 --y0 4e-6 --misalignment 0.011 --ec-efficiency 1.16 --sifting 0.9 | keyRatePerPulse | 9.942925122255170e-4
          bb84 --mu 0.6 --nu 0.08 --loss-db-per-km 0.19 --length-km 73 --receiver-efficiency 0.12 --y0 4e-6 --misalignment 0.011 --ec-efficiency 1.16 --sifting 0.9 | gain | 2.9531123410124839e-3
          bb84 --mu 0.6 --nu 0.08 --loss-db-per-km 0.19 --length-km 73 --receiver-efficiency 0.12 --y0 4e-6 --misalignment 0.011 --ec-efficiency 1.16 --sifting 0.9 | qber | 0.011662352045614824
          bb84-finite --pulses 1e10 --efficiency 0.01 --y0 1e-6 --misalignment 0.01 --mu 0.5,0.1,0.0002 --p 0.7,0.2,0.1 --px 0.9 --ec-efficiency 1.16 --eps-sec 1e-9 --eps-cor 1e-15 | margin | 9719179.238404640
          gg02 --va 7.3 --transmittance 0.21 --excess-noise 0.023 --efficiency 0.55 --electronic-noise 0.04 --beta 0.96 --detection heterodyne | mutualInformation | 0.4904094489775161
          gg02 --va 7.3 --transmittance 0.21 --excess-noise 0.023 --efficiency 0.55 --electronic-noise 0.04 --beta 0.96 --detection heterodyne | holevo | 0.4250739952201415
          gg02 --va 7.3 --transmittance 0.21 --excess-noise 0.023 --efficiency 0.55 --electronic-noise 0.04 --beta 0.96 --detection heterodyne | keyRateBitsPerSymbol | 0.045719075798273956
          entanglement --pair-rate-hz 3e6 --signal-efficiency 0.08 --idler-efficiency 0.05 --signal-noise-hz 700 --idler-noise-hz 1500 --window-ns 0.8 --state-visibility 0.97 --ec-efficiency 1.1 | car | 412.3415080602368
          entanglement --pair-rate-hz 3e6 --signal-efficiency 0.08 --idler-efficiency 0.05 --signal-noise-hz 700 --idler-noise-hz 1500 --window-ns 0.8 --state-visibility 0.97 --ec-efficiency 1.1 | chsh | 2.736920665282057
          entanglement --pair-rate-hz 3e6 --signal-efficiency 0.08 --idler-efficiency 0.05 --signal-noise-hz 700 --idler-noise-hz 1500 --window-ns 0.8 --state-visibility 0.97 --ec-efficiency 1.1 | keyRateBitsPerSecond | 4506.543062164460
          loss --wavelength-nm 1310 --length-km 25 | lossDb | 8.5
          """)
  void otherParametersReachTheFormulaInTheRightUnit(String line, String key, double expected) {
    assertResult(line, key, expected);
  }

  @Test
  void aKeyIsAWholeNumberOfBits() {
    JsonNode key =
        object(
            "bb84-finite --pulses 1e10 --efficiency 0.01 --y0 1e-6 --misalignment 0.01"
                + " --ec-efficiency 1.16");
    assertThat(key.get("keyLengthBits").isIntegralNumber()).isTrue();
    assertThat(key.get("keyLengthBits").asLong()).isEqualTo(9719179);
  }

  @Test
  void twoIntensitiesAreOneDecoy() {
    FiniteKey expected =
        OneDecoyFiniteBb84.expected(
            new WeakCoherentChannel(0.01, 1e-6, 0.01),
            new OneDecoyFiniteBb84.Intensities(0.5, 0.1, 0.7),
            1e10,
            0.9,
            new FiniteKeySecurity(1e-9, 1e-15),
            1.16);
    JsonNode key =
        object(
            "bb84-finite --pulses 1e10 --efficiency 0.01 --y0 1e-6 --misalignment 0.01"
                + " --mu 0.5,0.1 --p 0.7,0.3 --ec-efficiency 1.16");
    assertThat(key.get("keyLengthBits").asLong()).isPositive().isEqualTo(expected.lengthBits());
    assertThat(key.get("phaseErrorRate").asDouble()).isEqualTo(expected.phaseErrorRate());
  }

  @Test
  void theBuiltInResponseScalesWithKappaAndKnowsTheTemperature() {
    String line = "raman --length-km 10 --pump-nm 1550 --wavelength-nm 1530 --kappa ";
    double one = object(line + "1").get("powerW").asDouble();
    assertResult(line + "0.62", "powerW", 0.62 * one);
    assertThat(object(line + "1 --temperature-k 250").get("powerW").asDouble()).isLessThan(one);
    assertThat(object(line + "1 --fibre g654e").get("powerW").asDouble()).isLessThan(one);
  }

  @Test
  void theBestIntensityIsBest() {
    double best = object("optimal-mu --length-km 50").get("keyRatePerPulse").asDouble();
    double mu = object("optimal-mu --length-km 50").get("optimalMu").asDouble();
    for (double other : new double[] {0.98 * mu, 1.02 * mu}) {
      assertThat(object("bb84 --length-km 50 --mu " + other).get("keyRatePerPulse").asDouble())
          .isLessThan(best);
    }
  }

  /** Options and keys that scripts rely on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          photons --power-w 1e-9 --wavelength-nm 1550 --rate-hz 1e9 | photonsPerSecond meanPhotonNumber
          photons --power-dbm -60 --wavelength-nm 1550 | photonsPerSecond meanPhotonNumber
          raman --launch-dbm 0 --rho-per-km-nm 4e-9 --bandwidth-nm 0.8 --length-km 25 --pump-loss-db-per-km 0.2 --quantum-loss-db-per-km 0.2 --wavelength-nm 1550 --direction counter | powerW photonsPerNs
          raman --launch-dbm 0 --pump-nm 1540 --temperature-k 300 --kappa 0.62 --bandwidth-nm 0.8 --length-km 25 --pump-loss-db-per-km 0.2 --quantum-loss-db-per-km 0.2 --wavelength-nm 1550 --direction co | powerW photonsPerNs
          fwm --f1-thz 193.5 --f2-thz 193.5 --f3-thz 193.4 --launch-dbm 0 --length-km 25 --dispersion-ps-nm-km 17 --slope-ps-nm2-km 0.06 --gamma-per-w-km 1.3 --loss-db-per-km 0.2 | powerW efficiency
          ase --noise-figure-db 5 --gain-db 20 --bandwidth-ghz 12.5 --frequency-thz 193.4 | powerDbm
          leakage --channel-dbm 0 --loss-db 3 --isolation-db 80 --wavelength-nm 1550 | photonsPerNs
          crosstalk --coupling-per-km 1e-6 --length-km 25 --launch-dbm 10 --rho-per-km-nm 4e-9 --bandwidth-nm 0.8 --loss-db-per-km 0.2 --wavelength-nm 1550 --direction co | crosstalkDb photonsPerNs
          mzm --extinction-db 25 --vpi-v 4 --bias-v 1 | transmission
          spad --photon-rate 1e6 --efficiency 0.2 --dark-rate 1000 --dead-time-us 10 | countRate
          spad --gate-hz 1e9 --mean-photons 0.01 --efficiency 0.2 --dark-per-gate 1e-6 --dead-gates 100 | countRate
          bb84 --mu 0.48 --loss-db-per-km 0.21 --length-km 50 --receiver-efficiency 0.045 --y0 1.7e-6 --misalignment 0.033 --ec-efficiency 1.22 --sifting 0.5 | gain qber keyRatePerPulse
          bb84 --mu 0.48 --nu 0.05 --loss-db-per-km 0.21 --length-km 50 --receiver-efficiency 0.045 --y0 1.7e-6 --misalignment 0.033 --ec-efficiency 1.22 --sifting 0.5 | gain qber keyRatePerPulse y1 e1
          bb84-finite --pulses 1e10 --efficiency 0.01 --y0 1e-6 --misalignment 0.01 --mu 0.5,0.1,0.0002 --p 0.7,0.2,0.1 --px 0.9 --ec-efficiency 1.16 --eps-sec 1e-9 --eps-cor 1e-15 | keyLengthBits
          gg02 --va 4 --transmittance 0.3 --excess-noise 0.01 --efficiency 0.6 --electronic-noise 0.01 --beta 0.95 --detection homodyne | mutualInformation holevo keyRateBitsPerSymbol
          cv-raman --launch-dbm 0 --rho-per-km-nm 4e-9 --loss-db-per-km 0.2 --length-km 25 --direction co --wavelength-nm 1550 | excessNoiseSnu
          """)
  void theContractOfScriptsIsKept(String line, String keys) {
    JsonNode object = object(line);
    for (String key : keys.split(" ", -1)) {
      assertThat(object.has(key)).as(key).isTrue();
    }
    assertThat(object.get("source").asString()).isNotEmpty();
    for (String word : line.split(" ", -1)) {
      if (word.startsWith("--")) {
        assertThat(object.get("inputs").has(word.substring(2))).as(word).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          raman --length-km NaN | --length-km must be a number of 0 or more, not 'NaN'
          raman --length-km -5 | --length-km must be a number of 0 or more, not '-5'
          raman --length-km=-5 | --length-km must be
          raman --length-km Infinity | --length-km must be
          raman --length-km 1e999 | --length-km must be
          raman --length-km 10km | --length-km must be
          raman --length-km 0x10 | --length-km must be
          raman --length-km 1,5 | --length-km must be
          raman | '--length-km=NUMBER'
          raman --length-km | '--length-km'
          raman --length-km 10 --length-km 20 | '--length-km'
          raman --length-km 10 --lenght-km 10 | '--lenght-km'
          raman --length-km 10 --direction up | --direction must be co or counter, not 'up'
          raman --length-km 10 --wavelength-nm 1550e-9 | --wavelength-nm must be a number from 100 to 20000
          raman --length-km 10 --launch-dbm 400 | --launch-dbm must be a number from -300 to 100
          raman --length-km 10 --pump-nm 1540 --rho-per-km-nm 4e-9 | --rho-per-km-nm and --pump-nm exclude each other
          raman --length-km 10 --kappa 1 | --kappa goes with --pump-nm only
          raman --length-km 10 --pump-nm 1540 --temperature-k 0 | --temperature-k must be a number above 0
          raman --length-km 10 --pump-nm 1000 | --pump-nm must be within 60 THz of --wavelength-nm
          photons --power-w 1 --power-dbm 1 | --power-w and --power-dbm exclude each other
          photons --wavelength-nm 1550 | --power-w or --power-dbm or --mean-photons is missing
          photons --power-w -1e-9 | --power-w must be
          photons --mean-photons 0.5 | --mean-photons goes with --rate-hz only
          photons --power-dbm 0 --rate-hz 0 | --rate-hz must be a number above 0
          spad --photon-rate 1e6 --gate-hz 1e6 | --photon-rate and --gate-hz exclude each other
          spad --gate-hz 1e6 | --mean-photons is missing
          spad --gate-hz 1e6 --mean-photons 0.1 --dead-time-us 10 | --dead-time-us goes with --photon-rate only
          spad --photon-rate 1e6 --efficiency 20 | --efficiency must be a number from 0 to 1, not '20'
          loss --length-km 10 --wavelength-nm 1700 | --wavelength-nm: wavelength 1700.000 nm is outside
          fwm --f1-thz 20 --f2-thz 20 --f3-thz 200 --length-km 1 | --f3-thz: fi + fj - fk must be positive
          mzm --bias-v 1 --extinction-db 0 | --extinction-db must be
          bb84 --length-km 10 --mu 0.1 --nu 0.2 | --nu must be less than --mu 0.1
          bb84 --length-km 10 --misalignment 3.3 | --misalignment must be a number from 0 to 1
          bb84 --length-km 10 --ec-efficiency 0.9 | --ec-efficiency must be a number of 1 or more
          bb84 --length-km 10 --decoys one | --decoys goes with --nu only
          bb84-finite --pulses 1e9 --efficiency 0.1 --p 0.7,0.2,0.2 | --p must be 1 together, not 1.1
          bb84-finite --pulses 1e9 --efficiency 0.1 --p 0.7,0.3 | --p must have as many numbers as --mu: 3
          bb84-finite --pulses 1e9 --efficiency 0.1 --mu 0.1,0.5,0 | --mu: signalMeanPhotons must be greater
          bb84-finite --pulses 1e9 --efficiency 0.1 --mu 0.1;0.5;0 | --mu must be 2 to 3 numbers with commas
          bb84-finite --pulses 1e9 --efficiency 0.1 --mu 0.5,,0.1 | --mu must be 2 to 3 numbers with commas
          gg02 --transmittance 0 | --transmittance must be a number above 0 and up to 1
          gg02 --transmittance 1.5 | --transmittance must be
          gg02 --transmittance 0.5 --detection both | --detection must be homodyne or heterodyne
          photons --power-w 1e300 --rate-hz 1e-300 | the options are out of range: photonsPerSecond
          """)
  void whatIsWrongIsToldInOneLineThatNamesTheOption(String line, String told) {
    CliRun run = run(line);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains(told).contains("--help'");
  }

  @Test
  void whatIsWrongIsAnObjectToo() {
    CliRun run = run("raman --length-km -1 --json");
    assertThat(run.code()).isEqualTo(2);
    JsonNode error = json.readTree(run.out()).get("error");
    assertThat(error.get("kind").asString()).isEqualTo("usage");
    assertThat(error.get("message").asString()).startsWith("--length-km must be");
    assertThat(error.get("advice").asString()).isEqualTo("optihal calc raman --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"leakage --channel-dbm 0 --isolation-db 9000", "photons --power-w 0"})
  void noLightHasNoDecibels(String line) {
    assertThat(object(line).get("powerDbm").isNull()).isTrue();
    assertThat(run(line).outLines()).anyMatch(l -> l.matches("powerDbm +- +dBm"));
  }

  @Test
  void aRateThatWasNotGivenMakesNoPulses() {
    assertThat(object("photons --power-dbm 0").get("meanPhotonNumber").isNull()).isTrue();
  }

  @Test
  void peopleSeeSixDigitsTheDefaultsAndTheSource() {
    assertThat(run("mzm --bias-v 1 --vpi-v 4").outLines())
        .containsExactly(
            "transmission    0.851324",
            "transmissionDb  -0.699049  dB",
            "defaults: --extinction-db 25, --phase-rad 0, --insertion-loss-db 0",
            "source: 1/2 [1 + v cos(pi V/Vpi + phase)], v = (r - 1)/(r + 1), r the extinction");
  }

  static List<Calculator> calculators() {
    return Calculators.all();
  }

  @ParameterizedTest
  @MethodSource("calculators")
  void helpTellsEachOptionWithItsDefault(Calculator c) {
    CliRun run = CliRun.of("calc", c.name(), "--help");
    assertThat(run.code()).isZero();
    String help = run.out().replaceAll("\\s+", " ");
    assertThat(help).contains(c.sentence());
    for (Parameter<?> p : c.parameters()) {
      String fallback = p.fallback();
      assertThat(help)
          .contains(p.option() + "=" + p.form().label())
          .contains(p.sentence() + c.note(p) + (fallback == null ? "" : " (default: " + fallback));
    }
  }

  @ParameterizedTest
  @MethodSource("calculators")
  void defaultsAreOfTheirOwnForm(Calculator c) {
    for (Parameter<?> p : c.parameters()) {
      String fallback = p.fallback();
      if (fallback != null) {
        assertThat(p.form().reader().apply(fallback)).as(p.option()).isPresent();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calculators")
  void theExampleGivesEveryResultOrTellsWhenThereIsNone(Calculator c) {
    JsonNode object = json.readTree(CalcPage.run(c, "--json").out());
    c.results()
        .forEach(
            r -> {
              assertThat(object.has(r.key())).as(r.key()).isTrue();
              if (object.get(r.key()).isNull()) {
                assertThat(r.sentence()).containsAnyOf("none", "only");
              }
            });
  }

  @Test
  void withoutACalculatorTheCommandIsWrong() {
    assertThat(CliRun.of("calc").code()).isEqualTo(2);
    assertThat(CliRun.of("calc", "nonsense").code()).isEqualTo(2);
  }
}
