package org.optihal.emulators.light.element;

import org.optihal.hal.bench.FibreElements.FibreModel;
import org.optihal.physics.fibre.AttenuationSpectrum;
import org.optihal.physics.fibre.Dispersion;
import org.optihal.physics.fibre.RamanGain;

/** What the models of fibre stand for. */
final class FibreOptics {
  /** Wavelength at which a bench states attenuation and dispersion. */
  static final double REFERENCE_NM = 1550;

  /** Group index of silica fibre at 1550 nm; assumed for every model and wavelength. */
  private static final double GROUP_INDEX = 1.468;

  private static final double LIGHT_KM_PER_SECOND = 299_792.458;
  private static final double CELSIUS_ZERO = 273.15;

  private FibreOptics() {}

  static AttenuationSpectrum attenuation(FibreModel model) {
    return switch (model) {
      case SMF28 -> AttenuationSpectrum.smf28();
      case G654E -> AttenuationSpectrum.g654e();
    };
  }

  static RamanGain raman(FibreModel model) {
    return switch (model) {
      case SMF28 -> RamanGain.smf28();
      case G654E -> RamanGain.g654e();
    };
  }

  /** G.654.E: 20.5 ps/(nm km) at 1550 nm, slope 0.06; typical of data sheets, assumed. */
  static Dispersion dispersion(FibreModel model) {
    return switch (model) {
      case SMF28 -> Dispersion.smf28();
      case G654E -> new Dispersion.Linear(REFERENCE_NM, 20.5, 0.06);
    };
  }

  static double delayPicos(double lengthKm) {
    return lengthKm * GROUP_INDEX / LIGHT_KM_PER_SECOND * 1e12;
  }

  static double kelvin(double celsius) {
    return celsius + CELSIUS_ZERO;
  }
}
