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
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Rotation;
import org.optihal.physics.random.RandomStream;

/** A single-mode fibre between its ends {@code a} and {@code b}, used in both directions. */
final class FibrePart extends GlassPart {
  private final double lengthKm;
  private final AttenuationSpectrum attenuation;
  private final double connectorsDb;
  private final FibreNoise noise;
  private final RandomWalk lossWalk;
  private final RotationWalk polarization;

  FibrePart(Element element, SplittableRandom seed) {
    super(element);
    if (element.parameters().containsKey("slope")
        && !element.parameters().containsKey("dispersion")) {
      throw wrong("slope", "it goes with 'dispersion'; without that the model's own curve holds");
    }
    FibreModel model = FibreElements.MODEL.of(element);
    this.lengthKm = lengthKm();
    this.connectorsDb = loss(FibreElements.LOSS.of(element).db(), "loss");
    this.attenuation = attenuation(model);
    this.noise =
        new FibreNoise(
            raman(model),
            attenuation,
            dispersion(element, model),
            FibreElements.FIBRE_NONLINEARITY.of(element),
            lengthKm);
    double perHour = FibreElements.FIBRE_POLARIZATION_DRIFT.of(element).radians();
    this.polarization =
        new RotationWalk(
            new RandomStream(seed.split()), Rotation.IDENTITY, loss(perHour, "polarization-drift"));
    this.lossWalk =
        new RandomWalk(
            new RandomStream(seed.split()),
            loss(FibreElements.FIBRE_LOSS_DRIFT.of(element).db(), "loss-drift"));
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
    polarization.advance(nanos);
    return lossWalk.advance(nanos);
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    double half = halfConnectors();
    return glass((low + high) / 2) * half * half;
  }

  private double glass(double hertz) {
    return Decibels.transmittance(decibelsPerKm(attenuation, hertz) * lengthKm);
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
    Rotation along = polarization.rotation();
    // A reciprocal part turns light that comes back by the transposed matrix.
    return from == 0 ? along : new Rotation(along.w(), along.x(), along.y(), -along.z());
  }

  @Override
  public boolean isTurning() {
    return polarization.isMoving();
  }

  @Override
  public void generate(Flow[] entering, int to, Flow out, SpectralGrid grid) {
    double half = halfConnectors();
    Flow along = entering[1 - to];
    noise.co(along, half * half, out, grid);
    noise.counter(entering[to], half * half, out, grid);
    mix(noise, along, half, out, grid);
    scatterBack(attenuation, lengthKm, entering[to], half, out);
  }

  @Override
  public Map<String, String> state() {
    return Map.of("rotation-rad", Double.toString(polarization.rotation().angle()));
  }
}
