package org.optihal.node.calc;

import static org.optihal.node.calc.Shared.PHOTONS_PER_NS;
import static org.optihal.node.calc.Shared.POWER_DBM;
import static org.optihal.node.calc.Shared.POWER_W;
import static org.optihal.node.calc.Shared.WAVELENGTH_NM;

import java.util.List;
import org.optihal.physics.light.Coherence;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.PhotonStatistics;
import org.optihal.physics.light.Photons;
import org.optihal.physics.modulator.MachZehnder;
import org.optihal.physics.roadm.AmplifierNoise;
import org.optihal.physics.roadm.IsolationChain;

/** Calculators of light and of what stands in its way. */
final class LightTable {
  static final List<Calculator> ALL = List.of(photons(), ase(), leakage(), mzm(), interferometer());

  private LightTable() {}

  private static Calculator photons() {
    Parameter<Double> rate =
        Parameter.of("--rate-hz", Form.POSITIVE, "Pulses per second; without it there are none.")
            .orNothing();
    Parameter<Double> watts =
        Parameter.of("--power-w", Form.NOT_NEGATIVE, "Mean optical power.").orNothing();
    Parameter<Double> dbm = Parameter.of("--power-dbm", Form.DBM, "The same in dBm.").orNothing();
    Parameter<Double> mean =
        Parameter.of("--mean-photons", Form.NOT_NEGATIVE, "Photons per pulse instead of a power.")
            .orNothing()
            .with(rate);
    Result perSecond = new Result("photonsPerSecond", "photons/s", "Photon flux.");
    Result meanNumber =
        new Result("meanPhotonNumber", "", "Photons per pulse; none without --rate-hz.");
    Result vacuum = new Result("emptyPulses", "", "Fraction of pulses without a photon.");
    Result single = new Result("singlePhotonPulses", "", "Fraction with exactly one.");
    Result multiple = new Result("multiPhotonPulses", "", "Fraction with two or more.");
    return Calculator.named("photons", "Optical power counted in photons, and the other way round.")
        .source("P / h f, constants of the SI of 2019; pulses of random phase are Poissonian")
        .example("--power-w 1e-9 --wavelength-nm 1550 --rate-hz 1e9")
        .takesOneOf(watts, dbm, mean)
        .takes(WAVELENGTH_NM, rate)
        .gives(perSecond, meanNumber, POWER_W, POWER_DBM, vacuum, single, multiple)
        .by(
            (in, out) -> {
              double frequency = Photons.frequency(in.get(WAVELENGTH_NM));
              double power =
                  in.has(mean)
                      ? Photons.power(in.get(mean), frequency, in.get(rate))
                      : in.find(watts).orElseGet(() -> Decibels.toWatts(in.get(dbm)));
              out.put(perSecond, Photons.perSecond(power, frequency));
              out.put(POWER_W, power);
              out.putDbm(POWER_DBM, power);
              if (in.has(rate)) {
                double number =
                    in.find(mean)
                        .orElseGet(() -> Photons.meanNumber(power, frequency, in.get(rate)));
                out.put(meanNumber, number);
                out.put(vacuum, PhotonStatistics.POISSON.vacuum(number));
                out.put(single, PhotonStatistics.POISSON.single(number));
                out.put(multiple, PhotonStatistics.POISSON.multiple(number));
              }
            });
  }

  private static Calculator ase() {
    Parameter<Double> noiseFigure =
        Parameter.of("--noise-figure-db", Form.DECIBELS, "Noise figure of the amplifier.").or("5");
    Parameter<Double> gain = Parameter.of("--gain-db", Form.DECIBELS, "Gain of the amplifier.");
    Parameter<Double> bandwidth =
        Parameter.of("--bandwidth-ghz", Form.NOT_NEGATIVE, "Bandwidth; 12.5 GHz are 0.1 nm.")
            .or("12.5");
    Parameter<Double> frequency =
        Parameter.of("--frequency-thz", Form.OPTICAL_THZ, "Center of the band.").or("193.4");
    return Calculator.named("ase", "Amplified spontaneous emission at an amplifier's output.")
        .source(
            "NF h f B G, both polarizations: E. Desurvire, Erbium-Doped Fiber Amplifiers (1994)")
        .example("--noise-figure-db 5 --gain-db 20 --bandwidth-ghz 12.5 --frequency-thz 193.4")
        .takes(noiseFigure, gain, bandwidth, frequency)
        .gives(POWER_DBM, POWER_W, PHOTONS_PER_NS)
        .by(
            (in, out) -> {
              double hertz = in.get(frequency) * 1e12;
              double power =
                  AmplifierNoise.power(
                      in.get(noiseFigure), in.get(gain), in.get(bandwidth) * 1e9, hertz);
              out.put(POWER_W, power);
              out.putDbm(POWER_DBM, power);
              out.put(PHOTONS_PER_NS, Photons.perNanosecond(power, hertz));
            });
  }

  private static Calculator leakage() {
    Parameter<Double> channel =
        Parameter.of("--channel-dbm", Form.DBM, "Power of the classical channel.");
    Parameter<Double> loss =
        Parameter.of("--loss-db", Form.NOT_NEGATIVE, "Loss that quantum light has too.").or("0");
    Parameter<Double> isolation =
        Parameter.of(
            "--isolation-db", Form.NOT_NEGATIVE, "Isolation of all filters against the channel.");
    Parameter<Double> wavelength =
        Parameter.of("--wavelength-nm", Form.OPTICAL_NM, "Wavelength of the channel.").or("1550");
    return Calculator.named("leakage", "Classical light that filters do not stop.")
        .source("decibels of loss and isolation add")
        .example("--channel-dbm 0 --loss-db 5 --isolation-db 80 --wavelength-nm 1551")
        .takes(channel, loss, isolation, wavelength)
        .gives(PHOTONS_PER_NS, POWER_W, POWER_DBM)
        .by(
            (in, out) -> {
              double power =
                  new IsolationChain(in.get(loss), in.get(isolation))
                      .leakage(Decibels.toWatts(in.get(channel)));
              out.put(POWER_W, power);
              out.putDbm(POWER_DBM, power);
              out.put(
                  PHOTONS_PER_NS,
                  Photons.perNanosecond(power, Photons.frequency(in.get(wavelength))));
            });
  }

  private static Calculator mzm() {
    Parameter<Double> extinction =
        Parameter.of("--extinction-db", Form.within("1e-6", "300"), "Peak over null.").or("25");
    Parameter<Double> vpi = Parameter.of("--vpi-v", Form.POSITIVE, "Half-wave voltage.").or("4");
    Parameter<Double> bias = Parameter.of("--bias-v", Form.NUMBER, "Voltage; the peak is at 0.");
    Parameter<Double> phase =
        Parameter.of("--phase-rad", Form.NUMBER, "Phase between the arms without voltage.").or("0");
    Parameter<Double> loss =
        Parameter.of("--insertion-loss-db", Form.DECIBELS, "Loss besides the interference.")
            .or("0");
    Result transmission = new Result("transmission", "", "Output over input power.");
    Result transmissionDb = new Result("transmissionDb", "dB", "The same.");
    return Calculator.named("mzm", "Mach-Zehnder intensity modulator of finite extinction.")
        .source("1/2 [1 + v cos(pi V/Vpi + phase)], v = (r - 1)/(r + 1), r the extinction")
        .example("--extinction-db 25 --vpi-v 4 --bias-v 1")
        .takes(extinction, vpi, bias, phase, loss)
        .gives(transmission, transmissionDb)
        .by(
            (in, out) -> {
              double t =
                  new MachZehnder(
                          in.get(loss), in.get(extinction), in.get(vpi), in.get(vpi), in.get(phase))
                      .transmission(in.get(bias), 0);
              out.put(transmission, t);
              out.putDb(transmissionDb, t);
            });
  }

  private static Calculator interferometer() {
    Parameter<Double> linewidth =
        Parameter.of("--linewidth-hz", Form.NOT_NEGATIVE, "Lorentzian full width of the laser.");
    Parameter<Double> delay =
        Parameter.of("--delay-ns", Form.NOT_NEGATIVE, "Delay of the long arm.").or("1");
    Parameter<Double> phase =
        Parameter.of("--phase-rad", Form.NUMBER, "Phase error between the arms.").or("0");
    Result visibility = new Result("visibility", "", "Fringe visibility.");
    Result error = new Result("errorRate", "", "Fraction of light at the wrong output.");
    return Calculator.named("interferometer", "Unequal arms and a laser with a linewidth.")
        .source("V = exp(-pi linewidth delay), error (1 - V cos phase)/2")
        .example("--linewidth-hz 1e6 --delay-ns 1")
        .takes(linewidth, delay, phase)
        .gives(visibility, error)
        .by(
            (in, out) -> {
              double v = Coherence.visibility(in.get(linewidth), in.get(delay) * 1e-9);
              out.put(visibility, v);
              out.put(error, Coherence.errorRate(v, in.get(phase)));
            });
  }
}
