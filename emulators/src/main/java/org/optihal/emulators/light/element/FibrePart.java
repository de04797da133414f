package org.optihal.emulators.light.element;

import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.FibreElements;
import org.optihal.hal.bench.FibreElements.FibreModel;
import org.optihal.physics.fibre.AttenuationSpectrum;
import org.optihal.physics.fibre.Dispersion;
import org.optihal.physics.fibre.SpontaneousRaman;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Rotation;
import org.optihal.physics.random.RandomStream;

/** A single-mode fibre between its ends {@code a} and {@code b}, used in both directions. */
final class FibrePart extends ElementPart {
  private static final double HOUR = 3600;

  private final double lengthKm;
  private final AttenuationSpectrum attenuation;
  private final double connectorsDb;
  private final FibreNoise noise;
  private final RandomStream random;
  private final RandomWalk lossWalk;
  private final double rotationPerHour;
  private Rotation rotation = Rotation.IDENTITY;
  private long rotatedAt = Long.MIN_VALUE;

  FibrePart(Element element, SplittableRandom seed) {
    super(element);
    double meters = FibreElements.LENGTH.of(element);
    if (meters < 0) {
      throw wrong("length", "a fibre is not shorter than nothing");
    }
    FibreModel model = FibreElements.MODEL.of(element);
    this.lengthKm = meters / 1000;
    this.connectorsDb = loss(FibreElements.LOSS.of(element).db(), "loss");
    AttenuationSpectrum typical = FibreOptics.attenuation(model);
    this.attenuation =
        FibreElements.ATTENUATION
            .find(element)
            .map(db -> typical.scaled(FibreOptics.REFERENCE_NM, loss(db, "attenuation")))
            .orElse(typical);
    this.noise =
        new FibreNoise(
            raman(element, model),
            attenuation,
            dispersion(element, model),
            FibreElements.FIBRE_NONLINEARITY.of(element),
            lengthKm);
    this.random = new RandomStream(seed.split());
    this.lossWalk =
        new RandomWalk(
            new RandomStream(seed.split()),
            loss(FibreElements.FIBRE_LOSS_DRIFT.of(element).db(), "loss-drift"));
    double perHour = FibreElements.FIBRE_POLARIZATION_DRIFT.of(element).radians();
    this.rotationPerHour = loss(perHour, "polarization-drift");
  }

  static SpontaneousRaman raman(Element element, FibreModel model) {
    return new SpontaneousRaman(
        FibreOptics.raman(model),
        FibreOptics.kelvin(FibreElements.TEMPERATURE.of(element).celsius()),
        FibreElements.RAMAN.of(element));
  }

  private static Dispersion dispersion(Element element, FibreModel model) {
    return FibreElements.FIBRE_DISPERSION
        .find(element)
        .<Dispersion>map(
            d ->
                new Dispersion.Linear(
                    FibreOptics.REFERENCE_NM, d, FibreElements.FIBRE_SLOPE.of(element)))
        .orElse(FibreOptics.dispersion(model));
  }

  @Override
  public boolean leads(int from, int to) {
    return from != to;
  }

  @Override
  public boolean advance(long nanos) {
    turn(nanos);
    return lossWalk.advance(nanos);
  }

  /** Polarization changes no power: what is turned is asked for when light is passed on. */
  private void turn(long nanos) {
    if (rotatedAt == Long.MIN_VALUE) {
      rotatedAt = nanos;
    }
    long elapsed = (nanos - rotatedAt) / RandomWalk.STEP;
    if (rotationPerHour > 0 && elapsed > 0) {
      double rate = rotationPerHour * rotationPerHour / (3 * HOUR); // three axes
      rotation =
          rotation.walk(
              rate, (double) elapsed, random.gaussian(), random.gaussian(), random.gaussian());
      rotatedAt += elapsed * RandomWalk.STEP;
    }
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    double half = halfConnectors();
    return glass((low + high) / 2) * half * half;
  }

  private double glass(double hertz) {
    return Decibels.transmittance(attenuation(attenuation, hertz) * lengthKm);
  }

  private double halfConnectors() {
    return Decibels.transmittance(Math.max(0, connectorsDb + Math.abs(lossWalk.value())) / 2);
  }

  @Override
  public double delayPicos(int from, int to) {
    return FibreOptics.delayPicos(lengthKm);
  }

  @Override
  public Rotation rotation(int from, int to) {
    return rotation;
  }

  @Override
  public boolean isTurning() {
    return rotationPerHour > 0;
  }

  @Override
  public void generate(Flow[] entering, int to, Flow out, SpectralGrid grid) {
    double half = halfConnectors();
    Flow along = entering[1 - to];
    noise.co(along, half * half, out, grid);
    noise.counter(entering[to], half * half, out, grid);
    noise.mix(along, half, half, out, grid);
  }

  @Override
  public Map<String, String> state() {
    return Map.of("rotation-rad", Double.toString(rotation.angle()));
  }
}
