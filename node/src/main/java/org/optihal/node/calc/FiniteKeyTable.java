package org.optihal.node.calc;

import static org.optihal.node.calc.KeyRateTable.GAIN_FORM;
import static org.optihal.node.calc.KeyRateTable.Y0;
import static org.optihal.node.calc.Shared.EC_EFFICIENCY;
import static org.optihal.node.calc.Shared.MISALIGNMENT;

import java.util.List;
import org.optihal.physics.keyrate.FiniteDecoyBb84;
import org.optihal.physics.keyrate.FiniteKey;
import org.optihal.physics.keyrate.FiniteKeySecurity;
import org.optihal.physics.keyrate.OneDecoyFiniteBb84;
import org.optihal.physics.keyrate.WeakCoherentChannel;

/** Calculator of keys from blocks of finite length. */
final class FiniteKeyTable {
  /** Sums of probabilities are one up to the rounding of decimals. */
  private static final double ROUNDING = 1e-9;

  private static final Parameter<Double> PULSES =
      Parameter.of("--pulses", Form.within("0", "1e18"), "Pulses sent altogether.");

  private static final Parameter<Double> EFFICIENCY =
      Parameter.of(
          "--efficiency", Form.FRACTION, "From the sender's output to a click, all together.");

  private static final Parameter<List<Double>> MU =
      Parameter.of(
              "--mu",
              Form.list(Form.within("0", "100"), 2, 3),
              "Photons per pulse, brightest first; two of them mean one decoy and no vacuum.")
          .or("0.5,0.1,0.0002");

  private static final Parameter<List<Double>> P =
      Parameter.of("--p", Form.list(Form.SHARE, 2, 3), "Probabilities of these pulses, together 1.")
          .or("0.7,0.2,0.1");

  private static final Parameter<Double> PX =
      Parameter.of("--px", Form.FRACTION, "With which either side chooses the key basis.")
          .or("0.9");

  private static final Form<Double> FAILURE = Form.within("1e-300", "1");

  private static final Parameter<Double> EPS_SEC =
      Parameter.of("--eps-sec", FAILURE, "The key may be insecure with this probability.")
          .or("1e-9");

  private static final Parameter<Double> EPS_COR =
      Parameter.of("--eps-cor", FAILURE, "The keys may differ with this probability.").or("1e-15");

  private static final Result LENGTH =
      new Result("keyLengthBits", "bit", "Whole secret bits of the block; 0 without a key.");
  private static final Result MARGIN =
      new Result("margin", "bit", "The same before it is rounded and cut off at 0.");
  private static final Result VACUUM =
      new Result("vacuumEvents", "", "Clicks of empty pulses at least.");
  private static final Result SINGLE =
      new Result("singlePhotonEvents", "", "Clicks of single photons at least.");
  private static final Result PHASE_ERROR =
      new Result("phaseErrorRate", "", "Of single photons at most.");
  private static final Result LEAKAGE =
      new Result("leakageBits", "bit", "Disclosed by error correction.");

  static final List<Calculator> ALL =
      List.of(
          Calculator.named("bb84-finite", "Key of a finite block of decoy-state BB84.")
              .source(
                  "Lim et al., PRA 89, 022307 (2014), eqs. 1-5; with two intensities Rusca et al.,"
                      + " APL 112, 171104 (2018), appendix A")
              .example(
                  "--pulses 1e10 --efficiency 0.01 --y0 1e-6 --misalignment 0.01"
                      + " --mu 0.5,0.1,0.0002 --p 0.7,0.2,0.1 --px 0.9 --ec-efficiency 1.16"
                      + " --eps-sec 1e-9 --eps-cor 1e-15")
              .takes(PULSES, EFFICIENCY, Y0, MISALIGNMENT, MU, P, PX, EC_EFFICIENCY)
              .takes(EPS_SEC, EPS_COR, GAIN_FORM)
              .gives(LENGTH, MARGIN, VACUUM, SINGLE, PHASE_ERROR, LEAKAGE)
              .by(FiniteKeyTable::evaluate));

  private FiniteKeyTable() {}

  private static void evaluate(Inputs in, Outputs out) {
    List<Double> mu = in.get(MU);
    List<Double> p = in.get(P);
    check(mu, p);
    FiniteKey key = key(in, mu, p);
    out.put(LENGTH, key.lengthBits());
    out.put(MARGIN, key.margin());
    out.put(VACUUM, key.vacuumEvents());
    out.put(SINGLE, key.singlePhotonEvents());
    out.put(PHASE_ERROR, key.phaseErrorRate());
    out.put(LEAKAGE, key.leakageBits());
  }

  private static void check(List<Double> mu, List<Double> p) {
    if (mu.size() != p.size()) {
      throw P.refuse("must have as many numbers as " + MU.option() + ": " + mu.size());
    }
    double sum = p.stream().mapToDouble(Double::doubleValue).sum();
    if (StrictMath.abs(sum - 1) > ROUNDING) {
      throw P.refuse("must be 1 together, not " + sum);
    }
  }

  private static FiniteKey key(Inputs in, List<Double> mu, List<Double> p) {
    WeakCoherentChannel channel =
        new WeakCoherentChannel(
            in.get(EFFICIENCY), in.get(Y0), in.get(MISALIGNMENT), in.get(GAIN_FORM));
    FiniteKeySecurity security = new FiniteKeySecurity(in.get(EPS_SEC), in.get(EPS_COR));
    double pulses = in.get(PULSES);
    double px = in.get(PX);
    double ec = in.get(EC_EFFICIENCY);
    if (mu.size() == 2) {
      OneDecoyFiniteBb84.Intensities two =
          Inputs.blame(
              MU, () -> new OneDecoyFiniteBb84.Intensities(mu.get(0), mu.get(1), p.get(0)));
      return OneDecoyFiniteBb84.expected(channel, two, pulses, px, security, ec);
    }
    FiniteDecoyBb84.Intensities three =
        Inputs.blame(
            MU,
            () ->
                new FiniteDecoyBb84.Intensities(
                    mu.get(0), mu.get(1), mu.get(2), p.get(0), p.get(1), p.get(2)));
    return FiniteDecoyBb84.expected(channel, three, pulses, px, security, ec);
  }
}
