package org.optihal.emulators.light.element;

import java.util.Locale;
import java.util.Optional;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.FibreElements;
import org.optihal.hal.bench.FibreElements.FibreModel;
import org.optihal.hal.error.HalException;
import org.optihal.physics.fibre.AttenuationSpectrum;
import org.optihal.physics.fibre.RayleighScattering;
import org.optihal.physics.fibre.SpontaneousRaman;

/** What fibres of one and of several cores have in common. */
abstract class GlassPart extends ElementPart {
  /** Glass that scatters loses light; no fibre comes near this. */
  private static final double LEAST_DB_PER_KM = 0.01;

  /** Beyond this share of its light a channel is no longer undepleted by mixing. */
  private static final double MOST_MIXED = 0.01;

  GlassPart(Element element) {
    super(element);
  }

  final double lengthKm() {
    double meters = FibreElements.LENGTH.of(element());
    if (meters < 0) {
      throw wrong("length", "a fibre is not shorter than nothing");
    }
    return meters / 1000;
  }

  final AttenuationSpectrum attenuation(FibreModel model) {
    AttenuationSpectrum typical = FibreOptics.attenuation(model);
    Optional<Double> stated = FibreElements.ATTENUATION.find(element());
    if (stated.isEmpty()) {
      return typical;
    }
    double db = loss(stated.get(), "attenuation");
    if (db < LEAST_DB_PER_KM) {
      throw wrong(
          "attenuation",
          "glass that scatters loses light, "
              + LEAST_DB_PER_KM
              + " dB/km at least; take an attenuator for a path without length");
    }
    return typical.scaled(FibreOptics.REFERENCE_NM, db);
  }

  final SpontaneousRaman raman(FibreModel model) {
    return new SpontaneousRaman(
        FibreOptics.raman(model),
        FibreOptics.kelvin(FibreElements.TEMPERATURE.of(element()).celsius()),
        FibreElements.RAMAN.of(element()));
  }

  /**
   * Loss at a frequency in dB/km.
   *
   * @throws HalException OUT_OF_RANGE naming the element where its model says nothing
   */
  final double decibelsPerKm(AttenuationSpectrum spectrum, double hertz) {
    try {
      return spectrum.at(hertz);
    } catch (IllegalArgumentException e) {
      throw HalException.outOfRange(element() + ": " + e.getMessage());
    }
  }

  /**
   * Adds the four-wave mixing of the lines of a core.
   *
   * @param half share that passes the connectors of one end
   * @throws HalException OUT_OF_RANGE when channels are so strong that the model does not hold
   */
  final void mix(FibreNoise noise, Flow lines, double half, Flow out, SpectralGrid grid) {
    double mixed = noise.mix(lines, half, half, out, grid);
    double light = out.lineWatts();
    if (mixed > MOST_MIXED * light) {
      throw HalException.outOfRange(
              String.format(
                  Locale.ROOT,
                  "%s: four-wave mixing takes %.1f %% of the light, and its model holds to 1 %%",
                  element(),
                  100 * mixed / light))
          .advise("launch less power, or space the channels wider");
    }
  }

  /** Adds what the glass scatters back of the lines that enter where {@code out} leaves. */
  final void scatterBack(
      AttenuationSpectrum spectrum, double km, Flow lines, double half, Flow out) {
    for (int i = 0; i < lines.lines(); i++) {
      if (lines.watts(i) > 0) {
        double hertz = lines.hertz(i);
        double share = RayleighScattering.returned(decibelsPerKm(spectrum, hertz), km);
        out.addCrosstalk(i, hertz, lines.watts(i) * share * half * half);
      }
    }
  }
}
