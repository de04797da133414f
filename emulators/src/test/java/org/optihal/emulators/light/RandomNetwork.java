package org.optihal.emulators.light;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.optihal.hal.bench.ElementKinds;

/**
 * Passive elements with random parameters, joined at random, with sources at some of their ports.
 */
final class RandomNetwork {
  private static final double LOW = 190e12;
  private static final double HIGH = 197e12;

  /** Losses, isolations and the like are at their limits this often. */
  private static final double EXTREME = 0.3;

  /** Ports of one and the same tree are joined this often: light may take two ways, or go round. */
  private static final double MESHED = 0.15;

  private static final List<Function<RandomNetwork, String>> LUMPED =
      List.of(
          n -> "coupler ratio=" + n.between(0, 100, "%") + n.loss(),
          n -> "filter center=" + n.between(190, 197, "THz") + n.width() + n.loss() + n.isolation(),
          n -> "attenuator attenuation=" + n.between(0, 30, "dB"),
          n -> "isolator" + n.loss() + n.isolation(),
          n -> "circulator" + n.loss() + n.isolation(),
          n -> "mux bands=" + n.bands(true) + n.loss() + n.isolation(),
          n -> "demux bands=" + n.bands(true) + n.loss() + n.isolation(),
          n -> "wss bands=" + n.bands(false) + n.loss() + n.isolation(),
          n -> "rotator angle=" + n.between(-3, 3, "rad") + n.loss(),
          RandomNetwork::opticalSwitch);

  private static final List<Function<RandomNetwork, String>> FIBRES =
      List.of(
          n -> "fibre length=" + n.between(0, 100, "km") + n.loss(),
          n -> "multi-core-fibre length=" + n.between(0, 100, "km") + " cores=4" + n.loss());

  private final SplittableRandom random;
  private final FieldFixture bench;
  private final List<String> open = new ArrayList<>();
  private final List<Integer> trees = new ArrayList<>();
  private final List<TestSource> sources = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * @param withFibres whether there shall be one or two of them
   */
  RandomNetwork(long seed, boolean withFibres) {
    random = new SplittableRandom(seed);
    bench = FieldFixture.of().seed(seed);
    int fibres = withFibres ? 1 + random.nextInt(2) : 0;
    int lumped = 2 + random.nextInt(6);
    for (int i = 0; i < lumped + fibres; i++) {
      add("e" + i + " " + one(i < fibres ? FIBRES : LUMPED).apply(this), i);
    }
    join();
    shine();
  }

  /** The network in words. */
  @Override
  public String toString() {
    return text.toString();
  }

  /** The field, where a ring is refused. */
  FieldFixture bench() {
    return bench;
  }

  List<TestSource> sources() {
    return sources;
  }

  /** Ports of elements at which nothing is connected. */
  List<String> open() {
    return open;
  }

  private void add(String element, int tree) {
    note(element);
    bench.add(element);
    var parsed = FieldFixture.element(element, "");
    for (String port : ElementKinds.named(parsed.kind()).orElseThrow().ports(parsed)) {
      open.add(parsed.id() + "/" + port);
      trees.add(tree);
    }
  }

  private void join() {
    int wires = random.nextInt(open.size());
    for (int i = 0; i < wires && open.size() > 2; i++) {
      int a = random.nextInt(open.size());
      int b = random.nextInt(open.size());
      boolean meshed = trees.get(a).equals(trees.get(b));
      if (a != b && (!meshed || random.nextDouble() < MESHED)) {
        wire(open.get(a) + " -> " + open.get(b));
        Integer merged = trees.get(a);
        Integer old = trees.get(b);
        trees.replaceAll(t -> t.equals(old) ? merged : t);
        take(Math.max(a, b));
        take(Math.min(a, b));
      }
    }
  }

  private void shine() {
    int count = 1 + random.nextInt(Math.min(4, open.size()));
    for (int i = 0; i < count; i++) {
      TestSource source = new TestSource("s" + i);
      int lines = 1 + random.nextInt(3);
      for (int line = 0; line < lines; line++) {
        double hertz = LOW + random.nextDouble() * (HIGH - LOW);
        double width = random.nextBoolean() ? 0 : random.nextDouble() * 100e9;
        double watts = StrictMath.pow(10, -9 + 8 * random.nextDouble());
        source.line("s" + i + "#" + line, hertz, width, watts);
        note("s" + i + " " + hertz + " Hz, " + width + " Hz wide, " + watts + " W");
      }
      sources.add(source);
      bench.add(source);
      wire("s" + i + "/out -> " + take(random.nextInt(open.size())));
    }
  }

  private String take(int index) {
    trees.remove(index);
    return open.remove(index);
  }

  private void wire(String wire) {
    note(wire);
    bench.wire(wire);
  }

  private void note(String line) {
    text.append(line).append('\n');
  }

  // ---- parameters

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String between(double low, double high, String unit) {
    double at = random.nextDouble() < EXTREME ? random.nextInt(2) : random.nextDouble();
    return rounded(low + at * (high - low)) + unit;
  }

  /** Without an exponent. */
  private static double rounded(double value) {
    return StrictMath.rint(value * 1e3) / 1e3;
  }

  private String loss() {
    return " loss=" + between(0, 3, "dB");
  }

  private String isolation() {
    return " isolation=" + between(0, 50, "dB");
  }

  private String width() {
    return " width=" + between(10, 5000, "GHz");
  }

  private String bands(boolean overlapping) {
    int count = 1 + random.nextInt(4);
    double step = 7.0 / count;
    List<String> bands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double low = 190 + i * step;
      double high = low + step * (overlapping ? 1.5 : 1) * (0.1 + 0.9 * random.nextDouble());
      double end = overlapping ? high : Math.min(high, low + step);
      bands.add("p" + i + " " + rounded(low) + ".." + rounded(end - 1e-3) + " THz");
    }
    return String.join(", ", bands);
  }

  private String opticalSwitch() {
    int inputs = 1 + random.nextInt(3);
    int outputs = 1 + random.nextInt(3);
    List<String> pairs = new ArrayList<>();
    List<String> single = new ArrayList<>();
    int shift = random.nextInt(outputs);
    for (int i = 0; i < inputs; i++) {
      int out = 1 + (i + shift) % outputs;
      if (i < outputs && random.nextInt(4) > 0) {
        pairs.add("in" + (i + 1) + ">out" + out);
      }
      single.add("in" + (i + 1) + ">out" + out + " " + between(-60, -5, "dB"));
    }
    return "switch inputs="
        + inputs
        + " outputs="
        + outputs
        + " connect="
        + (pairs.isEmpty() ? "none" : String.join(", ", pairs))
        + " crosstalk="
        + between(-60, -5, "dB")
        + " pair-crosstalk="
        + String.join(", ", single)
        + loss();
  }
}
