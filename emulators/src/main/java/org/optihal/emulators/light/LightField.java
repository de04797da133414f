package org.optihal.emulators.light;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.bench.Connection;
import org.optihal.hal.bench.WireEnd;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;
import org.optihal.physics.light.Rotation;

/**
 * The light of a whole bench. Lines are followed from where they are made to where they end, in
 * both directions; then the noise that they make on the way. What noise makes in turn, and what
 * crosstalk makes of crosstalk, is left out: it is weaker by another 40 dB or more.
 *
 * <p>Worked out when somebody looks and something has changed. Called under the emulation's
 * monitor.
 */
public final class LightField {
  /** A laser's line is at least this wide, in hertz, for parts that take a mean over it. */
  private static final double NARROWEST = 1;

  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private final List<OpticalPart> parts;
  private final List<Connection> connections;

  // Set up anew when a part is replaced.
  private Lines lines = new Lines(List.of());
  private int[] emitterParts = new int[0];
  private SpectralGrid grid = new SpectralGrid(List.of(), List.of());
  private int[][] peerPart = new int[0][];
  private int[][] peerPort = new int[0][];
  private List<Place> order = List.of();
  private Flow[][] leaving = new Flow[0][];
  private Flow[][] entering = new Flow[0][];
  private List<List<Transfer>> ways = List.of(); // to each port, in its order
  private int[] versions = new int[0];
  private boolean stale = true;
  private long solvedAt = Long.MIN_VALUE;

  /** A port of a part, by index. */
  private record Place(int part, int port) {}

  /** Transmittances of a way through a part, as last worked out. */
  private static final class Transfer {
    final int from;
    int version = -1;
    int binsVersion = -1;
    double[] bins = new double[0]; // worked out when there is noise
    final double[] lines;
    final double[] at; // frequency for which the line's is known

    Transfer(int from, int lines) {
      this.from = from;
      this.lines = new double[lines];
      this.at = new double[lines];
    }
  }

  /**
   * @param parts by id of their device or element, in an order that stays the same
   * @throws HalException CONFIGURATION when light would go round in circles, or a wire names a port
   *     that a part does not have
   */
  public LightField(Map<String, OpticalPart> parts, List<Connection> connections) {
    this.parts = new ArrayList<>(parts.values());
    parts.keySet().forEach(id -> indexes.put(id, indexes.size()));
    this.connections = List.copyOf(connections);
    build();
  }

  /** Puts another part in the place of one, at the same wires. */
  public void replace(String id, OpticalPart part) {
    int index = index(id);
    OpticalPart old = parts.set(index, part);
    try {
      build();
    } catch (HalException e) {
      parts.set(index, old);
      build();
      throw e;
    }
  }

  /** The part of a device or element. */
  public OpticalPart part(String id) {
    return parts.get(index(id));
  }

  /** Ids of all parts. */
  public List<String> ids() {
    return List.copyOf(indexes.keySet());
  }

  private int index(String id) {
    Integer index = indexes.get(id);
    if (index == null) {
      throw missing("device or element '" + id + "'", indexes.keySet());
    }
    return index;
  }

  // ---- what the bench is

  private void build() {
    int n = parts.size();
    List<Emitter> emitters = new ArrayList<>();
    List<Double> edges = new ArrayList<>();
    List<double[]> watched = new ArrayList<>();
    leaving = new Flow[n][];
    entering = new Flow[n][];
    ways = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (OpticalPart part : parts) {
      emitters.addAll(part.emitters());
      part.emitters().forEach(e -> owners.add(parts.indexOf(part)));
      edges.addAll(part.edges());
      for (double[] range : part.watched()) {
        watched.add(range);
        edges.addAll(List.of(range[0], range[1]));
      }
    }
    emitterParts = owners.stream().mapToInt(Integer::intValue).toArray();
    grid = new SpectralGrid(edges, watched);
    connect();
    order = new Ordering().order();
    lines = new Lines(emitters);
    Flow dark = new Flow(lines, grid.bins(), false);
    for (int p = 0; p < n; p++) {
      int ports = parts.get(p).ports().size();
      leaving[p] = new Flow[ports];
      entering[p] = new Flow[ports];
      for (int i = 0; i < ports; i++) {
        leaving[p][i] = dark;
      }
    }
    for (Place place : order) {
      leaving[place.part][place.port] = new Flow(lines, grid.bins(), true);
      OpticalPart part = parts.get(place.part);
      List<Transfer> waysHere = new ArrayList<>(1);
      for (int from = 0; from < entering[place.part].length; from++) {
        if (part.leads(from, place.port)) {
          waysHere.add(new Transfer(from, lines.size()));
        }
      }
      ways.add(waysHere);
    }
    for (int p = 0; p < n; p++) {
      for (int i = 0; i < entering[p].length; i++) {
        entering[p][i] = peerPart[p][i] < 0 ? dark : leaving[peerPart[p][i]][peerPort[p][i]];
      }
    }
    versions = new int[n];
    stale = true;
    solvedAt = Long.MIN_VALUE;
  }

  private void connect() {
    peerPart = new int[parts.size()][];
    peerPort = new int[parts.size()][];
    for (int p = 0; p < parts.size(); p++) {
      peerPart[p] = new int[parts.get(p).ports().size()];
      peerPort[p] = new int[parts.get(p).ports().size()];
      Arrays.fill(peerPart[p], -1);
    }
    for (Connection c : connections) {
      if (c.from() instanceof WireEnd.Port a && c.to() instanceof WireEnd.Port b) {
        Place from = place(a, c);
        Place to = place(b, c);
        join(from, to, c);
        join(to, from, c);
      }
    }
  }

  private void join(Place one, Place other, Connection c) {
    if (peerPart[one.part][one.port] >= 0) {
      throw wiring(name(one) + " is wired twice", c);
    }
    peerPart[one.part][one.port] = other.part;
    peerPort[one.part][one.port] = other.port;
  }

  private Place place(WireEnd.Port end, Connection c) {
    Integer part = indexes.get(end.owner());
    int port = part == null ? -1 : parts.get(part).ports().indexOf(end.port());
    if (part == null || port < 0) {
      throw wiring(
          end
              + " has no light"
              + (part == null ? "" : "; ports: " + String.join(" ", parts.get(part).ports())),
          c);
    }
    return new Place(part, port);
  }

  private static HalException wiring(String what, Connection c) {
    String at = c.wire().place().isEmpty() ? "" : c.wire().place() + ": ";
    return HalException.configuration(at + what + " (wire '" + c.wire() + "')");
  }

  private String name(Place place) {
    String id = new ArrayList<>(indexes.keySet()).get(place.part);
    return id + "/" + parts.get(place.part).ports().get(place.port);
  }

  /** Sorts the ports so that each comes after all whose light it passes on. */
  private final class Ordering {
    private final List<Place> sorted = new ArrayList<>();
    private static final int NEW = 0;
    private static final int UNDER_WAY = 1;
    private static final int DONE = 2;

    private final List<Place> under = new ArrayList<>();
    private final List<Integer> from = new ArrayList<>(); // port to look at next, of each of those
    private final int[][] state = new int[parts.size()][];

    List<Place> order() {
      for (int p = 0; p < parts.size(); p++) {
        state[p] = new int[parts.get(p).ports().size()];
      }
      for (int p = 0; p < parts.size(); p++) {
        for (int port = 0; port < state[p].length; port++) {
          visit(new Place(p, port));
        }
      }
      return List.copyOf(sorted);
    }

    /** Depth first, on a stack of our own: a bench may be a chain of thousands of parts. */
    private void visit(Place first) {
      push(first);
      while (!under.isEmpty()) {
        Place to = under.get(under.size() - 1);
        Place before = next(to);
        if (before == null) {
          under.remove(under.size() - 1);
          from.remove(from.size() - 1);
          state[to.part][to.port] = DONE;
          sorted.add(to);
        } else {
          push(before);
        }
      }
    }

    private void push(Place place) {
      if (state[place.part][place.port] == UNDER_WAY) {
        throw loop(place);
      }
      if (state[place.part][place.port] == NEW) {
        state[place.part][place.port] = UNDER_WAY;
        under.add(place);
        from.add(0);
      }
    }

    /** The next port whose light leaves here too, or null. */
    private @Nullable Place next(Place to) {
      OpticalPart part = parts.get(to.part);
      int top = from.size() - 1;
      for (int port = from.get(top); port < peerPart[to.part].length; port++) {
        if (peerPart[to.part][port] >= 0 && part.leads(port, to.port)) {
          from.set(top, port + 1);
          return new Place(peerPart[to.part][port], peerPort[to.part][port]);
        }
      }
      from.set(top, peerPart[to.part].length);
      return null;
    }

    private HalException loop(Place to) {
      List<Place> ring = new ArrayList<>(under.subList(under.indexOf(to), under.size()));
      Collections.reverse(ring);
      List<String> names = new ArrayList<>(ring.stream().map(LightField.this::name).toList());
      names.add(names.get(0));
      return HalException.configuration(
              parts.get(to.part).name() + ": light goes round: " + String.join(" -> ", names))
          .advise("open the ring with an isolator, or end one of its wires outside");
    }
  }

  // ---- what happens in it

  /**
   * Brings all light up to time. Light between two looks is not followed: a flash that nobody
   * looked at has blinded nobody.
   *
   * @throws HalException OUT_OF_RANGE naming the part whose model does not hold for its light; so
   *     does the next look, until something changes
   */
  public void at(long nanos) {
    boolean later = nanos != solvedAt;
    for (int p = 0; p < parts.size(); p++) {
      if (parts.get(p).advance(nanos)) {
        versions[p]++;
        stale = true;
      }
    }
    Lines.Change change = lines.refresh();
    stale |= change != Lines.Change.NONE;
    if (change == Lines.Change.WIDTH) {
      for (int p = 0; p < versions.length; p++) {
        versions[p]++;
      }
    }
    boolean changed = stale;
    if (stale) {
      followLines();
      makeNoise();
      stale = false;
    } else if (later && parts.stream().anyMatch(OpticalPart::isTurning)) {
      followLines();
    }
    solvedAt = nanos;
    if (changed || later) {
      for (int p = 0; p < parts.size(); p++) {
        parts.get(p).receive(entering[p], grid, nanos);
      }
    }
  }

  /** A formula that refuses a value tells its name; the part tells where it stands. */
  private HalException refused(Place at, IllegalArgumentException e) {
    return HalException.outOfRange(parts.get(at.part).name() + ": " + e.getMessage());
  }

  private void followLines() {
    for (Place to : order) {
      leaving[to.part][to.port].clearLines();
    }
    for (int i = 0; i < lines.size(); i++) {
      Flow out = leaving[emitterParts[i]][lines.emitter(i).port()];
      out.watts[i] = lines.watts[i];
      out.hertz[i] = lines.hertz[i];
      out.transmittance[i] = 1;
      out.strongest[i] = 1;
    }
    for (int n = 0; n < order.size(); n++) {
      Place to = order.get(n);
      OpticalPart part = parts.get(to.part);
      try {
        // Where nothing is led to, what enters is perhaps not known yet.
        if (!ways.get(n).isEmpty() && part.settle(entering[to.part])) {
          versions[to.part]++;
        }
        for (Transfer way : ways.get(n)) {
          pass(part, way, to);
        }
      } catch (IllegalArgumentException e) {
        throw refused(to, e);
      }
    }
  }

  private void pass(OpticalPart part, Transfer way, Place to) {
    Flow in = entering[to.part][way.from];
    Flow out = leaving[to.part][to.port];
    update(part, way, to, in);
    double delay = part.delayPicos(way.from, to.port);
    double shift = part.shift(way.from, to.port);
    Rotation rotation = part.rotation(way.from, to.port);
    for (int i = 0; i < lines.size(); i++) {
      double share = in.transmittance[i] * way.lines[i];
      if (share == 0) {
        continue;
      }
      if (share > out.strongest[i]) { // the strongest way tells when and how it arrives
        out.strongest[i] = share;
        out.hertz[i] = in.hertz[i] + shift;
        out.delayPicos[i] = in.delayPicos[i] + delay;
        out.rotation[i] = in.rotation[i].then(rotation);
      }
      out.watts[i] += in.watts[i] * way.lines[i];
      out.transmittance[i] += share;
    }
  }

  private void update(OpticalPart part, Transfer way, Place to, Flow in) {
    boolean changed = way.version != versions[to.part];
    for (int i = 0; i < way.lines.length; i++) {
      double f = in.hertz[i];
      if (f != way.at[i] || (changed && f != 0)) {
        way.lines[i] = f == 0 ? 0 : transmittance(part, way, to, i, f);
        way.at[i] = f;
      }
    }
    way.version = versions[to.part];
  }

  private double[] bins(OpticalPart part, Transfer way, Place to) {
    if (way.binsVersion != versions[to.part]) {
      if (way.bins.length == 0) {
        way.bins = new double[grid.bins()];
      }
      for (int i = 0; i < way.bins.length; i++) {
        way.bins[i] = part.transmittance(way.from, to.port, grid.low(i), grid.high(i));
      }
      way.binsVersion = versions[to.part];
    }
    return way.bins;
  }

  private double transmittance(OpticalPart part, Transfer way, Place to, int line, double f) {
    double half = Math.max(lines.bandwidth[line], NARROWEST) / 2;
    return part.transmittance(way.from, to.port, f - half, f + half);
  }

  private void makeNoise() {
    for (Place to : order) {
      leaving[to.part][to.port].clearNoise();
    }
    for (int n = 0; n < order.size(); n++) {
      Place to = order.get(n);
      OpticalPart part = parts.get(to.part);
      Flow out = leaving[to.part][to.port];
      try {
        part.generate(entering[to.part], to.port, out, grid);
      } catch (IllegalArgumentException e) {
        throw refused(to, e);
      }
      for (Transfer way : ways.get(n)) {
        Flow in = entering[to.part][way.from];
        for (Cause cause : in.causes()) {
          double[] from = in.noiseFor(cause);
          double[] share = bins(part, way, to);
          double[] sum = out.noiseFor(cause);
          for (int i = 0; i < from.length; i++) {
            sum[i] += from[i] * share[i];
          }
        }
        strays(part, way, to, in, out);
      }
    }
  }

  private void strays(OpticalPart part, Transfer way, Place to, Flow in, Flow out) {
    for (int i = 0; i < lines.size(); i++) {
      if (in.crosstalk[i] != 0) {
        double f = in.hertz[i];
        // Known only for lines that are led here; a stray one is asked for by itself.
        double share = f == way.at[i] ? way.lines[i] : transmittance(part, way, to, i, f);
        out.addCrosstalk(i, f + part.shift(way.from, to.port), in.crosstalk[i] * share);
      }
    }
  }

  // ---- what is seen of it

  /** What enters a port, such as {@code spad/in}. */
  public Light entering(String port) {
    Place place = find(port);
    return light(entering[place.part][place.port]);
  }

  /** What leaves a port, such as {@code span/b}. */
  public Light leaving(String port) {
    Place place = find(port);
    return light(leaving[place.part][place.port]);
  }

  private Place find(String port) {
    int slash = port.indexOf('/');
    Integer part = slash < 0 ? null : indexes.get(port.substring(0, slash));
    if (part == null) {
      throw missing("port '" + port + "'", portNames());
    }
    int index = parts.get(part).ports().indexOf(port.substring(slash + 1));
    if (index < 0) {
      throw missing("port '" + port + "'", parts.get(part).ports());
    }
    return new Place(part, index);
  }

  private List<String> portNames() {
    List<String> names = new ArrayList<>();
    indexes.forEach(
        (id, index) -> parts.get(index).ports().forEach(port -> names.add(id + "/" + port)));
    return names;
  }

  private Light light(Flow flow) {
    List<Light.Line> seen = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (flow.watts[i] > 0 || flow.crosstalk[i] > 0 || flow.transmittance[i] > 0) {
        seen.add(
            new Light.Line(
                lines.sources[i],
                flow.hertz[i],
                lines.bandwidth[i],
                flow.watts[i],
                flow.crosstalk[i],
                flow.transmittance[i],
                flow.delayPicos[i],
                flow.rotation[i].angle()));
      }
    }
    Map<Cause, double[]> densities = new LinkedHashMap<>();
    for (Cause cause : flow.causes()) {
      double @Nullable [] density = flow.noise(cause);
      if (density != null) {
        densities.put(cause, density);
      }
    }
    return new Light(seen, grid.edges(), densities);
  }

  private static HalException missing(String what, Iterable<String> known) {
    return new HalException(Kind.NOT_FOUND, Outcome.NOT_APPLICABLE, "there is no " + what)
        .advise("there are: " + String.join(" ", known));
  }
}
