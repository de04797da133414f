package org.optihal.emulators.light.element;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.light.Cause;
import org.optihal.physics.fibre.AttenuationSpectrum;
import org.optihal.physics.fibre.Dispersion;
import org.optihal.physics.fibre.FourWaveMixing;
import org.optihal.physics.fibre.MultiCore;
import org.optihal.physics.fibre.Propagation;
import org.optihal.physics.fibre.SpontaneousRaman;
import org.optihal.physics.light.Photons;

/**
 * Noise that lines make in a piece of glass. Coefficients are kept per line and worked out again
 * when the line was tuned, so that a change of power costs a multiplication per bin.
 */
final class FibreNoise {
  /** Lines below -90 dBm make no noise that anybody could see. */
  private static final double FAINT = 1e-12;

  /** As many as fit into 100 MB. */
  private static final int MOST_PRODUCTS = 1_000_000;

  private final SpontaneousRaman raman;
  private final AttenuationSpectrum attenuation;
  private final Dispersion dispersion;
  private final double gammaPerWattKm;
  private final double lengthKm;

  private final Table co = new Table(Propagation.CO, null);
  private final Table counter = new Table(Propagation.COUNTER, null);
  private final Table besideCo = new Table(Propagation.CO, new MultiCore(1));
  private final Table besideCounter = new Table(Propagation.COUNTER, new MultiCore(1));
  private final IdentityHashMap<Flow, Mixing> mixings = new IdentityHashMap<>();
  private @Nullable SpectralGrid mixingGrid;

  FibreNoise(
      SpontaneousRaman raman,
      AttenuationSpectrum attenuation,
      Dispersion dispersion,
      double gammaPerWattKm,
      double lengthKm) {
    this.raman = raman;
    this.attenuation = attenuation;
    this.dispersion = dispersion;
    this.gammaPerWattKm = gammaPerWattKm;
    this.lengthKm = lengthKm;
  }

  /** W/Hz per watt of a line in each bin, by line. */
  private final class Table {
    private final Propagation direction;
    private final @Nullable MultiCore cores;
    private double[][] columns = new double[0][];
    private double[] at = new double[0];
    private @Nullable SpectralGrid grid;

    Table(Propagation direction, @Nullable MultiCore cores) {
      this.direction = direction;
      this.cores = cores;
    }

    double[] column(int line, double hertz, Flow flow, SpectralGrid present) {
      if (grid != present) {
        grid = present;
        columns = new double[flow.lines()][];
        at = new double[flow.lines()];
      }
      if (at[line] != hertz) {
        columns[line] = compute(hertz, present);
        at[line] = hertz;
      }
      return columns[line];
    }

    private double[] compute(double pump, SpectralGrid present) {
      double[] column = new double[present.bins()];
      double pumpLoss = attenuation.at(pump);
      for (int i = 0; i < column.length; i++) {
        double f = present.center(i);
        double loss = attenuation.at(f);
        double effective =
            cores == null
                ? direction.effectiveLengthKm(pumpLoss, loss, lengthKm)
                : cores.effectiveLengthKm(direction, pumpLoss, loss, lengthKm);
        column[i] = raman.perHertzKm(pump, f) * effective;
      }
      return column;
    }
  }

  /** Raman noise of light that runs along, as it leaves the glass. */
  void co(Flow in, double share, Flow out, SpectralGrid grid) {
    add(co, Cause.RAMAN_CO, in, share, out, grid);
  }

  /** Raman noise of light that runs against it. */
  void counter(Flow in, double share, Flow out, SpectralGrid grid) {
    add(counter, Cause.RAMAN_COUNTER, in, share, out, grid);
  }

  /**
   * Raman noise of light in another core.
   *
   * @param share includes the coupling in 1/km
   */
  void beside(boolean along, Flow in, double share, Flow out, SpectralGrid grid) {
    add(along ? besideCo : besideCounter, Cause.RAMAN_INTER_CORE, in, share, out, grid);
  }

  private void add(Table table, Cause cause, Flow in, double share, Flow out, SpectralGrid grid) {
    for (int line = 0; line < in.lines(); line++) {
      double watts = in.watts(line);
      if (watts < FAINT) {
        continue;
      }
      double[] column = table.column(line, in.hertz(line), in, grid);
      double[] density = out.noiseFor(cause);
      double scale = watts * share;
      for (int i = 0; i < column.length; i++) {
        density[i] += scale * column[i];
      }
    }
  }

  // ---- four-wave mixing

  /** One product: which lines make it, where it falls, and W/Hz per cubic watt. */
  private record Product(int i, int j, int k, int bin, double coefficient) {}

  /** All products for lines at these frequencies and of these widths. */
  private static final class Mixing {
    private final double[] hertz;
    private final double[] widths;
    private final List<Product> products;

    Mixing(double[] hertz, double[] widths, List<Product> products) {
      this.hertz = hertz;
      this.widths = widths;
      this.products = products;
    }

    boolean isOf(double[] otherHertz, double[] otherWidths) {
      return Arrays.equals(hertz, otherHertz) && Arrays.equals(widths, otherWidths);
    }
  }

  /**
   * Four-wave mixing of the lines that run along, in the watched ranges only: there may be a
   * million products, and nobody looks at those that fall on classical channels. A product is flat
   * over the root sum square of the widths of its lines (assumed).
   *
   * @param in share of the entering light that is launched
   * @param out share of what leaves the glass that leaves the part
   * @return all that was added, in watts
   */
  double mix(Flow lines, double in, double out, Flow to, SpectralGrid grid) {
    double[] hertz = new double[lines.lines()];
    double[] widths = new double[hertz.length];
    for (int i = 0; i < hertz.length; i++) {
      widths[i] = lines.bandwidth(i);
      hertz[i] = lines.watts(i) < FAINT ? 0 : lines.hertz(i);
    }
    if (mixingGrid != grid) { // another bench: the flows of the old one are gone
      mixingGrid = grid;
      mixings.clear();
    }
    Mixing mixing = mixings.get(lines);
    if (mixing == null || !mixing.isOf(hertz, widths)) {
      mixing = new Mixing(hertz, widths, products(hertz, widths, grid));
      mixings.put(lines, mixing);
    }
    double scale = in * in * in * out;
    double sum = 0;
    for (Product p : mixing.products) {
      double cube = lines.watts(p.i) * lines.watts(p.j) * lines.watts(p.k);
      double density = scale * p.coefficient * cube;
      to.addNoise(Cause.FOUR_WAVE_MIXING, p.bin, density);
      sum += density * grid.width(p.bin);
    }
    return sum;
  }

  private List<Product> products(double[] hertz, double[] widths, SpectralGrid grid) {
    Integer[] sorted = new Integer[hertz.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = i;
    }
    Arrays.sort(sorted, (a, b) -> Double.compare(hertz[a], hertz[b]));
    double[] ascending = new double[sorted.length];
    double widest = 0;
    for (int i = 0; i < sorted.length; i++) {
      ascending[i] = hertz[sorted[i]];
      widest = Math.max(widest, widths[i]);
    }
    List<Product> all = new ArrayList<>();
    if (gammaPerWattKm == 0 || lengthKm == 0) {
      return all;
    }
    for (int i = 0; i < hertz.length; i++) {
      if (hertz[i] == 0) {
        continue;
      }
      for (int j = i; j < hertz.length; j++) {
        if (hertz[j] != 0) {
          FourWaveMixing glass = glass((hertz[i] + hertz[j]) / 2);
          for (double[] range : grid.watched()) {
            double from = hertz[i] + hertz[j] - range[1] - widest;
            double to = hertz[i] + hertz[j] - range[0] + widest;
            int at = Arrays.binarySearch(ascending, Math.max(from, Double.MIN_NORMAL));
            for (int n = at < 0 ? -at - 1 : at; n < sorted.length && ascending[n] <= to; n++) {
              int k = sorted[n];
              if (k != i && k != j) {
                product(glass, hertz, widths, i, j, k, range, grid, all);
              }
            }
          }
        }
      }
    }
    return all;
  }

  /**
   * The glass for a pair of pumps. The phase mismatch of a product is the curvature of the
   * propagation constant midway between its pumps, times their distances from the idler; higher
   * terms are even in that distance. So the slope is in the dispersion there, and not once more.
   */
  private FourWaveMixing glass(double midway) {
    double perNm = dispersion.psPerNmKm(Photons.wavelengthNm(midway));
    return new FourWaveMixing(gammaPerWattKm, perNm, 0, attenuation.at(midway), lengthKm);
  }

  private static void product(
      FourWaveMixing glass,
      double[] hertz,
      double[] widths,
      int i,
      int j,
      int k,
      double[] range,
      SpectralGrid grid,
      List<Product> all) {
    double center = hertz[i] + hertz[j] - hertz[k];
    double width =
        Math.max(
            1,
            StrictMath.sqrt(widths[i] * widths[i] + widths[j] * widths[j] + widths[k] * widths[k]));
    double low = Math.max(center - width / 2, range[0]);
    double high = Math.min(center + width / 2, range[1]);
    if (low >= high) {
      return;
    }
    double lower = Math.min(hertz[i], hertz[j]); // the same whichever source was written first
    double upper = Math.max(hertz[i], hertz[j]);
    double density = glass.power(lower, upper, hertz[k], 1, 1, 1) / width;
    for (int bin = Math.max(0, grid.bin(low)); bin < grid.bins() && grid.low(bin) < high; bin++) {
      double overlap = Math.min(high, grid.high(bin)) - Math.max(low, grid.low(bin));
      if (overlap > 0) {
        all.add(new Product(i, j, k, bin, density * overlap / grid.width(bin)));
        if (all.size() > MOST_PRODUCTS) {
          throw new IllegalArgumentException(
              "its channels mix in more than "
                  + MOST_PRODUCTS
                  + " ways where somebody looks;"
                  + " take fewer channels or narrower filters");
        }
      }
    }
  }
}
