package org.optihal.node.calc;

import org.optihal.physics.fibre.Propagation;

/** Parameters and results that several calculators have. */
final class Shared {
  static final Parameter<Double> WAVELENGTH_NM =
      Parameter.of("--wavelength-nm", Form.OPTICAL_NM, "Vacuum wavelength of the light.")
          .or("1550");

  static final Parameter<Double> QUANTUM_NM =
      Parameter.of("--wavelength-nm", Form.OPTICAL_NM, "Wavelength of the quantum channel.")
          .or("1550");

  static final Parameter<Double> LAUNCH_DBM =
      Parameter.of("--launch-dbm", Form.DBM, "Classical power where it enters the fibre.").or("0");

  static final Parameter<Double> LENGTH_KM =
      Parameter.of("--length-km", Form.NOT_NEGATIVE, "Length of the fibre.");

  static final Parameter<Double> LOSS_DB_PER_KM =
      Parameter.of("--loss-db-per-km", Form.NOT_NEGATIVE, "Attenuation at all wavelengths.")
          .or("0.2");

  static final Parameter<Double> BANDWIDTH_NM =
      Parameter.of(
              "--bandwidth-nm", Form.NOT_NEGATIVE, "Noise bandwidth of the filter at the receiver.")
          .or("0.8");

  static final Parameter<Propagation> DIRECTION =
      Parameter.of(
              "--direction",
              Form.choice(Propagation.class),
              "Of the quantum channel relative to the classical light.")
          .or("co");

  static final Parameter<Double> MISALIGNMENT =
      Parameter.of(
              "--misalignment",
              Form.FRACTION,
              "e_d, the fraction of detected photons that end in the wrong detector.")
          .or("0.033");

  static final Parameter<Double> EC_EFFICIENCY =
      Parameter.of(
              "--ec-efficiency",
              Form.AT_LEAST_ONE,
              "f, bits that error correction discloses over the Shannon limit.")
          .or("1.22");

  static final Result POWER_W = new Result("powerW", "W", "The power.");
  static final Result POWER_DBM = new Result("powerDbm", "dBm", "In dBm; none without light.");
  static final Result PHOTONS_PER_NS = new Result("photonsPerNs", "photons/ns", "In photons.");

  private Shared() {}
}
