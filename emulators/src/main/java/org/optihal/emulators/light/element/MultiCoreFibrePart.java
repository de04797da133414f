package org.optihal.emulators.light.element;

import java.util.SplittableRandom;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.FibreElements;
import org.optihal.hal.bench.FibreElements.FibreModel;
import org.optihal.physics.fibre.AttenuationSpectrum;
import org.optihal.physics.fibre.MultiCore;
import org.optihal.physics.light.Decibels;

/**
 * Cores in one cladding that couple weakly. What a core gets by crosstalk, the other one lacks.
 * Crosstalk runs on with the light that makes it; against it runs only what is scattered.
 */
final class MultiCoreFibrePart extends GlassPart {
  private final int cores;
  private final double lengthKm;
  private final double connectorsDb;
  private final AttenuationSpectrum attenuation;
  private final MultiCore neighbor;
  private final MultiCore diagonal;
  private final FibreNoise noise;

  MultiCoreFibrePart(Element element, SplittableRandom unused) {
    super(element);
    FibreModel model = FibreElements.MODEL.of(element);
    this.cores = Math.toIntExact(FibreElements.MULTI_CORE_FIBRE_CORES.of(element));
    this.lengthKm = lengthKm();
    this.connectorsDb = loss(FibreElements.LOSS.of(element).db(), "loss");
    this.attenuation = attenuation(model);
    this.neighbor =
        MultiCore.ofCrosstalk(FibreElements.MULTI_CORE_FIBRE_NEIGHBOR_CROSSTALK.of(element));
    this.diagonal =
        MultiCore.ofCrosstalk(FibreElements.MULTI_CORE_FIBRE_DIAGONAL_CROSSTALK.of(element));
    this.noise =
        new FibreNoise(
            raman(model),
            attenuation,
            FibreOptics.dispersion(model),
            FibreElements.MULTI_CORE_FIBRE_NONLINEARITY.of(element),
            lengthKm);
    if (strayShare(0) > 0.5) {
      throw wrong("neighbor-crosstalk", "these cores couple so strongly that they are one");
    }
  }

  private int core(int port) {
    return port % cores;
  }

  private boolean sameEnd(int one, int other) {
    return one / cores == other / cores;
  }

  private MultiCore coupling(int one, int other) {
    int distance = Math.abs(one - other);
    return distance == 1 || distance == cores - 1 ? neighbor : diagonal;
  }

  /** The share of a core's light that leaves by other cores. */
  private double strayShare(int core) {
    double sum = 0;
    for (int other = 0; other < cores; other++) {
      if (other != core) {
        sum += coupling(core, other).crosstalk(lengthKm);
      }
    }
    return sum;
  }

  @Override
  public boolean leads(int from, int to) {
    return core(from) == core(to) && !sameEnd(from, to);
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return glass((low + high) / 2) * (1 - strayShare(core(from)));
  }

  private double glass(double hertz) {
    return Decibels.transmittance(decibelsPerKm(attenuation, hertz) * lengthKm + connectorsDb);
  }

  @Override
  public double delayPicos(int from, int to) {
    return FibreOptics.delayPicos(lengthKm);
  }

  @Override
  public void generate(Flow[] entering, int to, Flow out, SpectralGrid grid) {
    double half = Decibels.transmittance(connectorsDb / 2);
    for (int port = 0; port < entering.length; port++) {
      boolean along = !sameEnd(port, to);
      if (core(port) != core(to)) {
        MultiCore coupling = coupling(core(port), core(to));
        double share = coupling.couplingPerKm() * half * half;
        noise.beside(along, entering[port], share, out, grid);
        if (along) {
          double crosstalk = coupling.crosstalk(lengthKm);
          stray(entering[port], crosstalk, out);
          // Products made in the other core come over as its light does; an upper estimate.
          noise.mix(entering[port], half, half * crosstalk, out, grid);
        }
      } else if (along) {
        noise.co(entering[port], half * half, out, grid);
        mix(noise, entering[port], half, out, grid);
      } else {
        noise.counter(entering[port], half * half, out, grid);
        scatterBack(attenuation, lengthKm, entering[port], half, out);
      }
    }
  }

  private void stray(Flow in, double share, Flow out) {
    for (int i = 0; i < in.lines(); i++) {
      if (in.watts(i) > 0) {
        double hertz = in.hertz(i);
        out.addCrosstalk(i, hertz, in.watts(i) * glass(hertz) * share);
      }
    }
  }
}
