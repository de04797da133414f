package org.optihal.node.calc;

import static org.optihal.node.calc.Shared.BANDWIDTH_NM;
import static org.optihal.node.calc.Shared.DIRECTION;
import static org.optihal.node.calc.Shared.LAUNCH_DBM;
import static org.optihal.node.calc.Shared.LENGTH_KM;
import static org.optihal.node.calc.Shared.LOSS_DB_PER_KM;
import static org.optihal.node.calc.Shared.PHOTONS_PER_NS;
import static org.optihal.node.calc.Shared.POWER_DBM;
import static org.optihal.node.calc.Shared.POWER_W;
import static org.optihal.node.calc.Shared.QUANTUM_NM;

import java.util.List;
import org.optihal.physics.coherent.ExcessNoise;
import org.optihal.physics.fibre.AttenuationSpectrum;
import org.optihal.physics.fibre.FourWaveMixing;
import org.optihal.physics.fibre.MultiCore;
import org.optihal.physics.fibre.Propagation;
import org.optihal.physics.fibre.RamanGain;
import org.optihal.physics.fibre.RamanResponse;
import org.optihal.physics.fibre.SpontaneousRaman;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Photons;

/** Calculators of fibres and of the noise that arises in them. */
final class FibreTable {
  /** Fibres with a model. */
  private enum Fibre {
    SMF28,
    G654E;

    AttenuationSpectrum attenuation() {
      return switch (this) {
        case SMF28 -> AttenuationSpectrum.smf28();
        case G654E -> AttenuationSpectrum.g654e();
      };
    }

    RamanGain raman() {
      return switch (this) {
        case SMF28 -> RamanGain.smf28();
        case G654E -> RamanGain.g654e();
      };
    }
  }

  private static final String RAMAN_PAPER =
      "P. Eraerds et al., New J. Phys. 12, 063027 (2010); response of D. Hollenbeck and C. D."
          + " Cantrell, J. Opt. Soc. Am. B 19, 2886 (2002)";

  private static final Parameter<Double> RHO =
      Parameter.of("--rho-per-km-nm", Form.NOT_NEGATIVE, "Raman coefficient, both polarizations.")
          .or("4e-9");

  private static final Parameter<Double> PUMP_NM =
      Parameter.of(
              "--pump-nm",
              Form.OPTICAL_NM,
              "Wavelength of the classical light: coefficient by the built-in response.")
          .orNothing();

  private static final Parameter<Double> TEMPERATURE_K =
      Parameter.of("--temperature-k", Form.POSITIVE, "Of the fibre.").or("300").with(PUMP_NM);

  private static final Parameter<Double> KAPPA =
      Parameter.of("--kappa", Form.NOT_NEGATIVE, "Measured over modeled coefficient; calibrate it.")
          .or(String.valueOf(SpontaneousRaman.DEFAULT_KAPPA))
          .with(PUMP_NM);

  private static final Parameter<Fibre> FIBRE =
      Parameter.of("--fibre", Form.choice(Fibre.class), "Model of the fibre.").or("smf28");

  private static final Parameter<Fibre> RAMAN_FIBRE = FIBRE.with(PUMP_NM);

  private static final Result RHO_RESULT =
      new Result("rhoPerKmNm", "1/(km nm)", "Raman coefficient, both polarizations.");

  static final List<Calculator> ALL =
      List.of(loss(), raman(), cvRaman(), crosstalk(), fourWaveMixing());

  private FibreTable() {}

  private static Calculator.Builder takingRho(Calculator.Builder builder) {
    return builder.takesOneOf(RHO, PUMP_NM).takes(TEMPERATURE_K, KAPPA, RAMAN_FIBRE);
  }

  private static double rho(Inputs in) {
    if (!in.has(PUMP_NM)) {
      return in.get(RHO);
    }
    SpontaneousRaman raman =
        new SpontaneousRaman(in.get(RAMAN_FIBRE).raman(), in.get(TEMPERATURE_K), in.get(KAPPA));
    double pump = Photons.frequency(in.get(PUMP_NM));
    double quantum = Photons.frequency(in.get(QUANTUM_NM));
    if (StrictMath.abs(pump - quantum) > RamanResponse.LARGEST_OFFSET) {
      throw PUMP_NM.refuse(
          "must be within "
              + (int) (RamanResponse.LARGEST_OFFSET / 1e12)
              + " THz of "
              + QUANTUM_NM.option()
              + ", where the built-in response ends");
    }
    return raman.perKmNm(pump, quantum);
  }

  private static Calculator loss() {
    Parameter<Double> wavelength =
        Parameter.of("--wavelength-nm", Form.OPTICAL_NM, "Between 1260 and 1650 nm.").or("1550");
    Result perKm = new Result("lossDbPerKm", "dB/km", "Attenuation there.");
    Result whole = new Result("lossDb", "dB", "Loss of the length.");
    Result transmittance = new Result("transmittance", "", "Output over input power.");
    return Calculator.named("loss", "Loss of a modeled fibre at a wavelength.")
        .source(
            "smf28 from 1500 nm up: CC0 data set NetSquid_coexisting_Raman_noise; smf28 below and"
                + " g654e: assumed, typical of data sheets")
        .example("--wavelength-nm 1310 --length-km 25")
        .takes(FIBRE, wavelength, LENGTH_KM)
        .gives(perKm, whole, transmittance)
        .by(
            (in, out) -> {
              double attenuation =
                  Inputs.blame(
                      wavelength,
                      () -> in.get(FIBRE).attenuation().atWavelength(in.get(wavelength)));
              double decibels = attenuation * in.get(LENGTH_KM);
              out.put(perKm, attenuation);
              out.put(whole, decibels);
              out.put(transmittance, Decibels.transmittance(decibels));
            });
  }

  private static Calculator raman() {
    Parameter<Double> pumpLoss =
        Parameter.of("--pump-loss-db-per-km", Form.NOT_NEGATIVE, "Loss of the classical light.")
            .or("0.2");
    Parameter<Double> quantumLoss =
        Parameter.of("--quantum-loss-db-per-km", Form.NOT_NEGATIVE, "Loss of the quantum light.")
            .or("0.2");
    Result length = new Result("effectiveLengthKm", "km", "Length over which the noise adds up.");
    Calculator.Builder builder =
        Calculator.named("raman", "Spontaneous Raman noise of classical light in the same fibre.")
            .source(RAMAN_PAPER)
            .example(
                "--launch-dbm 0 --rho-per-km-nm 4e-9 --bandwidth-nm 0.8 --length-km 10"
                    + " --pump-loss-db-per-km 0.2 --quantum-loss-db-per-km 0.2"
                    + " --wavelength-nm 1550 --direction co")
            .takes(LAUNCH_DBM);
    return takingRho(builder)
        .takes(BANDWIDTH_NM, LENGTH_KM, pumpLoss, quantumLoss, QUANTUM_NM, DIRECTION)
        .gives(POWER_W, POWER_DBM, PHOTONS_PER_NS, RHO_RESULT, length)
        .by(
            (in, out) -> {
              double effective =
                  in.get(DIRECTION)
                      .effectiveLengthKm(in.get(pumpLoss), in.get(quantumLoss), in.get(LENGTH_KM));
              putRaman(in, out, effective);
              out.put(length, effective);
            });
  }

  private static void putRaman(Inputs in, Outputs out, double effectiveLengthKm) {
    double rho = rho(in);
    double power =
        SpontaneousRaman.power(
            Decibels.toWatts(in.get(LAUNCH_DBM)), rho, in.get(BANDWIDTH_NM), effectiveLengthKm);
    out.put(RHO_RESULT, rho);
    out.put(POWER_W, power);
    out.putDbm(POWER_DBM, power);
    out.put(PHOTONS_PER_NS, Photons.perNanosecond(power, Photons.frequency(in.get(QUANTUM_NM))));
  }

  private static Calculator cvRaman() {
    Result noise = new Result("excessNoiseSnu", "SNU", "Excess noise at the input of the channel.");
    Calculator.Builder builder =
        Calculator.named("cv-raman", "Raman noise as excess noise of CV-QKD, of equal losses.")
            .source(
                "2 n/T with n photons per mode: compare R. Kumar, H. Qin and R. Alleaume, New J."
                    + " Phys. 17, 043027 (2015)")
            .example(
                "--launch-dbm 0 --rho-per-km-nm 4e-9 --loss-db-per-km 0.2 --length-km 25"
                    + " --direction co --wavelength-nm 1550")
            .takes(LAUNCH_DBM);
    return takingRho(builder)
        .takes(LOSS_DB_PER_KM, LENGTH_KM, DIRECTION, QUANTUM_NM)
        .gives(noise, RHO_RESULT)
        .by(
            (in, out) -> {
              double rho = rho(in);
              ExcessNoise.Raman raman =
                  new ExcessNoise.Raman(
                      Decibels.toWatts(in.get(LAUNCH_DBM)),
                      rho,
                      in.get(QUANTUM_NM),
                      in.get(LOSS_DB_PER_KM),
                      in.get(LENGTH_KM));
              out.put(noise, in.get(DIRECTION) == Propagation.CO ? raman.co() : raman.counter());
              out.put(RHO_RESULT, rho);
            });
  }

  private static Calculator crosstalk() {
    Parameter<Double> coupling =
        Parameter.of(
            "--coupling-per-km", Form.NOT_NEGATIVE, "Power coupling h; 1e-6 is -60 dB/km.");
    Result crosstalk =
        new Result("crosstalkDb", "dB", "Classical light in the other core at the far end.");
    Calculator.Builder builder =
        Calculator.named(
                "crosstalk",
                "Two cores of a fibre: crosstalk, and Raman noise of one in the other (weak"
                    + " coupling).")
            .source(
                "tanh(h L): M. Koshiba et al., IEEE Photon. J. 4, 1987 (2012); noise to first order"
                    + " in h L, crosstalk before and behind the scattering")
            .example(
                "--coupling-per-km 1e-6 --length-km 25.2 --launch-dbm 19.5 --rho-per-km-nm 4e-9"
                    + " --bandwidth-nm 0.8 --loss-db-per-km 0.2 --wavelength-nm 1560.61"
                    + " --direction counter")
            .takes(coupling, LENGTH_KM, LAUNCH_DBM);
    return takingRho(builder)
        .takes(BANDWIDTH_NM, LOSS_DB_PER_KM, QUANTUM_NM, DIRECTION)
        .gives(crosstalk, PHOTONS_PER_NS, POWER_W, POWER_DBM, RHO_RESULT)
        .by(
            (in, out) -> {
              MultiCore cores = new MultiCore(in.get(coupling));
              double loss = in.get(LOSS_DB_PER_KM);
              double length = in.get(LENGTH_KM);
              out.putDb(crosstalk, cores.crosstalk(length));
              putRaman(in, out, cores.effectiveLengthKm(in.get(DIRECTION), loss, loss, length));
            });
  }

  private static Calculator fourWaveMixing() {
    Parameter<Double> f1 = Parameter.of("--f1-thz", Form.OPTICAL_THZ, "First channel.");
    Parameter<Double> f2 =
        Parameter.of("--f2-thz", Form.OPTICAL_THZ, "Second; may be the first again.");
    Parameter<Double> f3 =
        Parameter.of("--f3-thz", Form.OPTICAL_THZ, "Third; the product is at f1 + f2 - f3.");
    Parameter<Double> launch =
        Parameter.of("--launch-dbm", Form.DBM, "Power of each channel where it enters.").or("0");
    Parameter<Double> dispersion =
        Parameter.of("--dispersion-ps-nm-km", Form.NUMBER, "Dispersion at f1.").or("17");
    Parameter<Double> slope =
        Parameter.of("--slope-ps-nm2-km", Form.NUMBER, "Dispersion slope.").or("0.06");
    Parameter<Double> gamma =
        Parameter.of("--gamma-per-w-km", Form.NOT_NEGATIVE, "Nonlinear coefficient.").or("1.3");
    Result product = new Result("productThz", "THz", "Where the product is.");
    Result efficiency = new Result("efficiency", "", "Relative to perfect phase matching.");
    return Calculator.named("fwm", "Four-wave mixing of co-propagating channels.")
        .source("N. Shibata et al., IEEE J. Quantum Electron. 23, 1205 (1987)")
        .example(
            "--f1-thz 193.5 --f2-thz 193.5 --f3-thz 193.4 --launch-dbm 0 --length-km 25"
                + " --dispersion-ps-nm-km 17 --slope-ps-nm2-km 0.06 --gamma-per-w-km 1.3"
                + " --loss-db-per-km 0.2")
        .takes(f1, f2, f3, launch, LENGTH_KM, dispersion, slope, gamma, LOSS_DB_PER_KM)
        .gives(POWER_W, POWER_DBM, efficiency, product, PHOTONS_PER_NS)
        .by(
            (in, out) -> {
              FourWaveMixing mixing =
                  new FourWaveMixing(
                      in.get(gamma),
                      in.get(dispersion),
                      in.get(slope),
                      in.get(LOSS_DB_PER_KM),
                      in.get(LENGTH_KM));
              double i = in.get(f1) * 1e12;
              double j = in.get(f2) * 1e12;
              double k = in.get(f3) * 1e12;
              double watts = Decibels.toWatts(in.get(launch));
              double at = Inputs.blame(f3, () -> FourWaveMixing.product(i, j, k));
              double power = mixing.power(i, j, k, watts, watts, watts);
              out.put(POWER_W, power);
              out.putDbm(POWER_DBM, power);
              out.put(efficiency, mixing.efficiency(i, j, k));
              out.put(product, at / 1e12);
              out.put(PHOTONS_PER_NS, Photons.perNanosecond(power, at));
            });
  }
}
