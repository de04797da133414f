package org.optihal.physics.fibre;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.optihal.physics.light.Decibels;

/**
 * Prints how far the Raman shape is from a measured gain curve between 1 and 30 THz, after one
 * scale factor. The curve is a CSV file, offset in THz and gain in any unit, whose path is the
 * system property {@code optihal.raman.reference}; '#' starts a comment.
 */
public final class RamanShapeComparison {
  private static final String PROPERTY = "optihal.raman.reference";

  private RamanShapeComparison() {}

  private record Sample(double terahertz, double gain) {}

  public static void main(String[] arguments) throws IOException {
    String path = System.getProperty(PROPERTY);
    if (path == null) {
      throw new IllegalArgumentException("give the measured curve: -D" + PROPERTY + "=FILE.csv");
    }
    List<Sample> curve = read(Path.of(path));
    for (double[] range : new double[][] {{1, 30}, {1, 15}, {5, 15}, {15, 30}}) {
      print(curve, range[0], range[1], System.out);
    }
  }

  private static void print(List<Sample> curve, double low, double high, PrintStream out) {
    double peak = curve.stream().mapToDouble(Sample::gain).max().orElseThrow();
    List<Sample> part =
        curve.stream().filter(s -> s.terahertz >= low && s.terahertz <= high).toList();
    double[] deviation =
        part.stream()
            .mapToDouble(
                s ->
                    Decibels.ofRatio(
                        RamanResponse.relativeGain(s.terahertz * 1e12) / (s.gain / peak)))
            .toArray();
    double offset = mean(deviation);
    double squares = 0;
    double absolute = 0;
    int worst = 0;
    for (int i = 0; i < deviation.length; i++) {
      double residual = deviation[i] - offset;
      squares += residual * residual;
      absolute += StrictMath.abs(residual);
      if (StrictMath.abs(residual) > StrictMath.abs(deviation[worst] - offset)) {
        worst = i;
      }
    }
    out.printf(
        Locale.ROOT,
        "%4.0f to %2.0f THz, %d points: scale %+.2f dB from equal peaks; then mean |deviation| %.2f"
            + " dB, rms %.2f dB, max %+.2f dB at %.2f THz%n",
        low,
        high,
        part.size(),
        offset,
        absolute / deviation.length,
        StrictMath.sqrt(squares / deviation.length),
        deviation[worst] - offset,
        part.get(worst).terahertz);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static List<Sample> read(Path file) throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int comma = line.indexOf(',');
      samples.add(
          new Sample(
              Double.parseDouble(line.substring(0, comma)),
              Double.parseDouble(line.substring(comma + 1))));
    }
    return samples;
  }
}
