package org.optihal.node.calc;

import static org.optihal.node.calc.Shared.EC_EFFICIENCY;
import static org.optihal.node.calc.Shared.LENGTH_KM;
import static org.optihal.node.calc.Shared.MISALIGNMENT;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optihal.physics.keyrate.DecoyBb84;
import org.optihal.physics.keyrate.DecoyKeyRate;
import org.optihal.physics.keyrate.Entanglement;
import org.optihal.physics.keyrate.GaussianModulation;
import org.optihal.physics.keyrate.HongOuMandel;
import org.optihal.physics.keyrate.MeasurementDeviceIndependent;
import org.optihal.physics.keyrate.PostProcessing;
import org.optihal.physics.keyrate.WeakCoherentChannel;
import org.optihal.physics.keyrate.WeakCoherentChannel.GainForm;

/**
 * Calculators of asymptotic key rates. The defaults of BB84 are those of the experiment of Gobby,
 * Yuan and Shields (2004), on which the decoy-state papers calculate.
 */
final class KeyRateTable {
  /** What is sent beside the signal. */
  private enum Decoys {
    VACUUM_WEAK,
    ONE
  }

  private static final Parameter<Double> LOSS_DB_PER_KM =
      Parameter.of("--loss-db-per-km", Form.NOT_NEGATIVE, "Loss of the fibre.").or("0.21");

  private static final Parameter<Double> RECEIVER_EFFICIENCY =
      Parameter.of(
              "--receiver-efficiency", Form.FRACTION, "Receiver's optics and detector together.")
          .or("0.045");

  private static final Parameter<Double> NU =
      Parameter.of(
              "--nu", Form.POSITIVE, "Photons per decoy pulse; without it infinitely many decoys.")
          .orNothing();

  private static final Parameter<Decoys> DECOYS =
      Parameter.of("--decoys", Form.choice(Decoys.class), "What is sent beside the signal.")
          .or("vacuum-weak")
          .with(NU);

  private static final Parameter<Double> SIFTING =
      Parameter.of("--sifting", Form.FRACTION, "q, the fraction of pulses with matching bases.")
          .or("0.5");

  static final Parameter<Double> Y0 =
      Parameter.of("--y0", Form.FRACTION, "Clicks per pulse when nothing is sent, dark and noise.")
          .or("1.7e-6");

  static final Parameter<GainForm> GAIN_FORM =
      Parameter.of(
              "--gain-form",
              Form.choice(GainForm.class),
              "Y0 + 1 - exp(-eta mu) as in the papers, or coinciding clicks counted once.")
          .or("additive");

  private static final Result GAIN = new Result("gain", "", "Q, clicks per signal pulse.");
  private static final Result QBER = new Result("qber", "", "E, errors per click.");
  private static final Result KEY_RATE =
      new Result("keyRatePerPulse", "bit", "Secret bits per pulse; 0 beyond cut-off.");
  private static final Result MARGIN =
      new Result("margin", "bit", "The same before it is cut off at 0.");
  private static final Result Y1 =
      new Result("y1", "", "Yield of single photons, exact or a lower bound.");
  private static final Result E1 =
      new Result("e1", "", "Error rate of single photons, exact or an upper bound.");

  static final List<Calculator> ALL = List.of(bb84(), optimalMu(), mdi(), entanglement(), gg02());

  private KeyRateTable() {}

  private static Calculator bb84() {
    Parameter<Double> mu =
        Parameter.of("--mu", Form.POSITIVE, "Photons per signal pulse.").or("0.48");
    return takingChannel(
            Calculator.named("bb84", "Decoy-state BB84, asymptotic.")
                .source(
                    "Lo, Ma and Chen, PRL 94, 230504 (2005), eq. 11; Ma et al., PRA 72, 012326"
                        + " (2005), eqs. 34, 37")
                .example("--mu 0.48 --nu 0.05 --length-km 50")
                .takes(mu))
        .gives(GAIN, QBER, KEY_RATE, MARGIN, Y1, E1)
        .by(
            (in, out) -> {
              Double nu = in.find(NU).orElse(null);
              if (nu != null && nu >= in.get(mu)) {
                throw NU.refuse("must be less than " + mu.option() + " " + in.get(mu));
              }
              put(rate(in, in.get(mu), nu), out);
            });
  }

  private static Calculator optimalMu() {
    Result best = new Result("optimalMu", "", "Photons per signal pulse with the most key.");
    return takingChannel(
            Calculator.named("optimal-mu", "The signal intensity that makes the most BB84 key.")
                .source("the largest margin of bb84, up to 3 photons per pulse")
                .example("--length-km 50"))
        .gives(best, GAIN, QBER, KEY_RATE, MARGIN, Y1, E1)
        .by(
            (in, out) -> {
              Double nu = in.find(NU).orElse(null);
              if (nu != null && in.get(DECOYS) != Decoys.VACUUM_WEAK) {
                throw DECOYS.refuse("must be vacuum-weak here");
              }
              double mu =
                  nu == null
                      ? DecoyBb84.optimalSignal(channel(in), post(in))
                      : Inputs.blame(NU, () -> DecoyBb84.optimalSignal(channel(in), nu, post(in)));
              out.put(best, mu);
              put(rate(in, mu, nu), out);
            });
  }

  private static Calculator.Builder takingChannel(Calculator.Builder builder) {
    return builder.takes(
        NU,
        DECOYS,
        LOSS_DB_PER_KM,
        LENGTH_KM,
        RECEIVER_EFFICIENCY,
        Y0,
        MISALIGNMENT,
        EC_EFFICIENCY,
        SIFTING,
        GAIN_FORM);
  }

  private static WeakCoherentChannel channel(Inputs in) {
    double efficiency =
        WeakCoherentChannel.efficiency(
            in.get(LOSS_DB_PER_KM), in.get(LENGTH_KM), in.get(RECEIVER_EFFICIENCY));
    return new WeakCoherentChannel(efficiency, in.get(Y0), in.get(MISALIGNMENT), in.get(GAIN_FORM));
  }

  private static PostProcessing post(Inputs in) {
    return new PostProcessing(in.get(SIFTING), in.get(EC_EFFICIENCY));
  }

  private static DecoyKeyRate rate(Inputs in, double mu, @Nullable Double nu) {
    if (nu == null) {
      return DecoyBb84.infiniteDecoy(channel(in), mu, post(in));
    }
    return switch (in.get(DECOYS)) {
      case VACUUM_WEAK -> DecoyBb84.vacuumWeak(channel(in), mu, nu, post(in));
      case ONE -> DecoyBb84.oneDecoy(channel(in), mu, nu, post(in));
    };
  }

  private static void put(DecoyKeyRate rate, Outputs out) {
    out.put(GAIN, rate.gain());
    out.put(QBER, rate.qber());
    out.put(KEY_RATE, rate.keyRatePerPulse());
    out.put(MARGIN, rate.margin());
    out.put(Y1, rate.singlePhotonYield());
    out.put(E1, rate.singlePhotonErrorRate());
  }

  private static Calculator mdi() {
    Form<Double> intensity = Form.within("0", "50");
    Parameter<Double> muA =
        Parameter.of("--mu-a", intensity, "Photons per pulse of one sender.").or("0.3");
    Parameter<Double> muB =
        Parameter.of("--mu-b", intensity, "Photons per pulse of the other.").or("0.3");
    Parameter<Double> lengthA =
        Parameter.of("--length-a-km", Form.NOT_NEGATIVE, "From one sender to the middle.");
    Parameter<Double> lengthB = Parameter.of("--length-b-km", Form.NOT_NEGATIVE, "From the other.");
    Parameter<Double> receiver = RECEIVER_EFFICIENCY.or("0.6");
    Parameter<Double> dark =
        Parameter.of(
                "--dark-per-gate",
                Form.PROBABILITY_BELOW_ONE,
                "Dark and noise clicks per gate and detector.")
            .or("1e-6");
    Parameter<Double> misalignment = MISALIGNMENT.or("0.015");
    Parameter<Double> overlap =
        Parameter.of("--overlap", Form.FRACTION, "M of the two pulses; 1 if indistinguishable.")
            .or("1");
    Parameter<Double> sifting =
        Parameter.of("--sifting", Form.FRACTION, "Fraction of pairs that make key.").or("1");
    Result visibility =
        new Result("homVisibility", "", "Of the dip that the detectors show; none without light.");
    return Calculator.named("mdi", "Measurement-device-independent QKD, infinitely many decoys.")
        .source(
            "Lo, Curty and Qi, PRL 108, 130503 (2012); Ma and Razavi, PRA 86, 062319 (2012); Xu et"
                + " al., NJP 15, 113007 (2013)")
        .example("--length-a-km 20 --length-b-km 20")
        .takes(muA, muB, LOSS_DB_PER_KM, lengthA, lengthB, receiver, dark, misalignment, overlap)
        .takes(EC_EFFICIENCY, sifting)
        .gives(GAIN, QBER, KEY_RATE, MARGIN, Y1, E1, visibility)
        .by(
            (in, out) -> {
              double loss = in.get(LOSS_DB_PER_KM);
              double a = WeakCoherentChannel.efficiency(loss, in.get(lengthA), in.get(receiver));
              double b = WeakCoherentChannel.efficiency(loss, in.get(lengthB), in.get(receiver));
              PostProcessing post = new PostProcessing(in.get(sifting), in.get(EC_EFFICIENCY));
              put(
                  new MeasurementDeviceIndependent(
                          a, b, in.get(dark), in.get(misalignment), in.get(overlap))
                      .infiniteDecoy(in.get(muA), in.get(muB), post),
                  out);
              double detectedA = a * in.get(muA);
              double detectedB = b * in.get(muB);
              if (detectedA > 0 && detectedB > 0) {
                out.put(
                    visibility,
                    HongOuMandel.measuredVisibility(
                        detectedA, detectedB, in.get(overlap), in.get(dark)));
              }
            });
  }

  private static Calculator entanglement() {
    Parameter<Double> pairs =
        Parameter.of("--pair-rate-hz", Form.NOT_NEGATIVE, "Pairs per second of the source.");
    Parameter<Double> signalEfficiency =
        Parameter.of("--signal-efficiency", Form.FRACTION, "From source to click, one arm.")
            .or("0.1");
    Parameter<Double> idlerEfficiency =
        Parameter.of("--idler-efficiency", Form.FRACTION, "The same, the other arm.").or("0.1");
    Parameter<Double> signalNoise =
        Parameter.of("--signal-noise-hz", Form.NOT_NEGATIVE, "Dark and noise clicks, one arm.")
            .or("1000");
    Parameter<Double> idlerNoise =
        Parameter.of("--idler-noise-hz", Form.NOT_NEGATIVE, "The same, the other arm.").or("1000");
    Parameter<Double> window =
        Parameter.of("--window-ns", Form.NOT_NEGATIVE, "Full width of the coincidence window.")
            .or("1");
    Parameter<Double> state =
        Parameter.of("--state-visibility", Form.FRACTION, "Visibility of the pairs themselves.")
            .or("0.98");
    Parameter<Double> ec = EC_EFFICIENCY.or("1.1");
    Result signal = new Result("signalSingles", "1/s", "Clicks of one arm.");
    Result idler = new Result("idlerSingles", "1/s", "Clicks of the other.");
    Result coincidences = new Result("coincidences", "1/s", "All coincidences.");
    Result accidentals = new Result("accidentals", "1/s", "Those of unrelated clicks.");
    Result car = new Result("car", "", "Coincidences over accidentals; none without accidentals.");
    Result visibility = new Result("visibility", "", "Of the fringe that is measured.");
    Result chsh = new Result("chsh", "", "S at the best settings; above 2 is not local.");
    Result key = new Result("keyRateBitsPerSecond", "bit/s", "BBM92; 0 beyond cut-off.");
    return Calculator.named("entanglement", "A source of entangled pairs and two receivers.")
        .source(
            "accidentals R1 R2 window; S = 2 sqrt(2) V; BBM92 after Ma, Fung and Lo, PRA 76,"
                + " 012307 (2007)")
        .example("--pair-rate-hz 1e6")
        .takes(pairs, signalEfficiency, idlerEfficiency, signalNoise, idlerNoise, window, state)
        .takes(ec, SIFTING)
        .gives(signal, idler, coincidences, accidentals, car, visibility, chsh, QBER, key)
        .by(
            (in, out) -> {
              Entanglement link =
                  new Entanglement(
                      in.get(pairs),
                      in.get(signalEfficiency),
                      in.get(idlerEfficiency),
                      in.get(signalNoise),
                      in.get(idlerNoise),
                      in.get(window) * 1e-9,
                      in.get(state));
              out.put(signal, link.signalSingles());
              out.put(idler, link.idlerSingles());
              out.put(coincidences, link.coincidences());
              out.put(accidentals, link.accidentals());
              if (link.accidentals() > 0) {
                out.put(car, link.coincidenceToAccidentalRatio());
              }
              out.put(visibility, link.visibility());
              out.put(chsh, link.chsh());
              out.put(QBER, link.qber());
              out.put(
                  key, link.keyRateBitsPerSecond(new PostProcessing(in.get(SIFTING), in.get(ec))));
            });
  }

  private static Calculator gg02() {
    Parameter<Double> va =
        Parameter.of("--va", Form.POSITIVE, "V_A, modulation variance in SNU.").or("4");
    Parameter<Double> transmittance =
        Parameter.of("--transmittance", Form.SHARE, "T of the channel alone, linear.");
    Parameter<Double> noise =
        Parameter.of("--excess-noise", Form.NOT_NEGATIVE, "xi in SNU at the input of the channel.")
            .or("0.01");
    Parameter<Double> efficiency =
        Parameter.of("--efficiency", Form.SHARE, "Of the receiver, trusted.").or("0.6");
    Parameter<Double> electronic =
        Parameter.of("--electronic-noise", Form.NOT_NEGATIVE, "v_el in SNU, trusted.").or("0.01");
    Parameter<Double> beta =
        Parameter.of("--beta", Form.FRACTION, "Reconciliation efficiency.").or("0.95");
    Parameter<GaussianModulation.Detection> detection =
        Parameter.of(
                "--detection",
                Form.choice(GaussianModulation.Detection.class),
                "One quadrature or both.")
            .or("homodyne");
    Result mutual = new Result("mutualInformation", "bit/symbol", "I_AB.");
    Result holevo = new Result("holevo", "bit/symbol", "chi_BE of an eavesdropper.");
    Result key = new Result("keyRateBitsPerSymbol", "bit/symbol", "0 beyond cut-off.");
    Result margin = new Result("margin", "bit/symbol", "The same before it is cut off at 0.");
    Result limit = new Result("excessNoiseLimit", "SNU", "Excess noise at which no key is left.");
    return Calculator.named("gg02", "CV-QKD of Gaussian modulation, reverse reconciliation.")
        .source(
            "Grosshans et al., Nature 421, 238 (2003); Lodewyck et al., PRA 76, 042305 (2007);"
                + " Fossier et al., J. Phys. B 42, 114014 (2009)")
        .example("--va 4 --transmittance 0.31622776601683794 --detection heterodyne")
        .takes(va, transmittance, noise, efficiency, electronic, beta, detection)
        .gives(mutual, holevo, key, margin, limit)
        .by(
            (in, out) -> {
              GaussianModulation protocol =
                  new GaussianModulation(
                      in.get(va),
                      in.get(transmittance),
                      in.get(noise),
                      in.get(efficiency),
                      in.get(electronic),
                      in.get(beta),
                      in.get(detection));
              out.put(mutual, protocol.mutualInformation());
              out.put(holevo, protocol.holevo());
              out.put(key, protocol.keyRateBitsPerSymbol());
              out.put(margin, protocol.margin());
              out.put(limit, protocol.excessNoiseLimit());
            });
  }
}
