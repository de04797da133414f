package org.optihal.emulators.light.element;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementKind.Path;
import org.optihal.hal.bench.RoadmElements;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.roadm.CrosstalkMatrix;

/**
 * An all-optical switch: a connected pair leads both ways. Of what enters at any port a share goes
 * astray to each port of the other side that it is not joined with. The shares of a pair are its
 * own, the same in both directions.
 */
final class SwitchPart extends ElementPart {
  private static final int NONE = -1;

  private final int inputs;
  private final int outputs;

  /** By input, then output. */
  private final double[][] crosstalk;

  /** The port that a port is joined with, or {@link #NONE}. */
  private final int[] partner;

  /** What is left of light that enters at a port for its partner. */
  private final double[] through;

  SwitchPart(Element element, SplittableRandom unused) {
    super(element);
    inputs = Math.toIntExact(RoadmElements.SWITCH_INPUTS.of(element));
    outputs = Math.toIntExact(RoadmElements.SWITCH_OUTPUTS.of(element));
    partner = new int[inputs + outputs];
    Arrays.fill(partner, NONE);
    for (Path pair : RoadmElements.SWITCH_CONNECT.of(element)) {
      join(pair);
    }
    crosstalk = crosstalk(element);
    through = new double[partner.length];
    double transmittance =
        Decibels.transmittance(loss(RoadmElements.LOSS.of(element).db(), "loss"));
    for (int port = 0; port < partner.length; port++) {
      double astray = astray(port);
      if (astray > 1) {
        throw wrong("crosstalk", "more light would go astray than enters at " + ports().get(port));
      }
      through[port] = Strays.through(transmittance, astray);
    }
  }

  private void join(Path pair) {
    int in = input(pair, "connect");
    int out = output(pair, "connect");
    if (partner[in] != NONE || partner[out] != NONE) {
      int taken = partner[in] == NONE ? out : in;
      throw wrong("connect", ports().get(taken) + " is connected twice");
    }
    partner[in] = out;
    partner[out] = in;
  }

  private double[][] crosstalk(Element element) {
    CrosstalkMatrix matrix =
        CrosstalkMatrix.uniform(RoadmElements.SWITCH_CROSSTALK.of(element).db());
    Map<Path, Double> single = RoadmElements.SWITCH_PAIR_CROSSTALK.find(element).orElse(Map.of());
    for (Map.Entry<Path, Double> pair : single.entrySet()) {
      int in = input(pair.getKey(), "pair-crosstalk");
      int out = output(pair.getKey(), "pair-crosstalk");
      matrix = matrix.with(in, out - inputs, pair.getValue());
    }
    double[][] shares = new double[inputs][outputs];
    for (int in = 0; in < inputs; in++) {
      for (int out = 0; out < outputs; out++) {
        shares[in][out] = matrix.crosstalk(in, out);
      }
    }
    return shares;
  }

  private int input(Path pair, String parameter) {
    int port = ports().indexOf(pair.from());
    if (port < 0 || port >= inputs) {
      throw wrong(parameter, "there is no input '" + pair.from() + "', only in1 to in" + inputs);
    }
    return port;
  }

  private int output(Path pair, String parameter) {
    int port = ports().indexOf(pair.to());
    if (port < inputs) {
      throw wrong(parameter, "there is no output '" + pair.to() + "', only out1 to out" + outputs);
    }
    return port;
  }

  private boolean isInput(int port) {
    return port < inputs;
  }

  /**
   * The share of what enters at one port that goes astray to another; zero if it shall go there.
   */
  private double astray(int from, int to) {
    if (isInput(from) == isInput(to) || partner[from] == to) {
      return 0;
    }
    return crosstalk[Math.min(from, to)][Math.max(from, to) - inputs];
  }

  private double astray(int from) {
    double sum = 0;
    for (int to = 0; to < partner.length; to++) {
      sum += astray(from, to);
    }
    return sum;
  }

  @Override
  public boolean leads(int from, int to) {
    return partner[from] == to;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return Math.min(through[from], through[to]);
  }

  @Override
  public void generate(Flow[] entering, int to, Flow out, SpectralGrid grid) {
    for (int from = 0; from < partner.length; from++) {
      double share = astray(from, to);
      if (share > 0) {
        Strays.add(entering[from], share, out);
      }
    }
  }
}
