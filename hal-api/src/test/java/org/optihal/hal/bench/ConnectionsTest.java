package org.optihal.hal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.optihal.hal.bench.WireEnd.Outside;
import org.optihal.hal.bench.WireEnd.Port;
import org.optihal.hal.bench.WireEnd.Remote;
import org.optihal.hal.bench.WireEnd.Through;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;

class ConnectionsTest {
  private static final Map<String, Element> ELEMENTS =
      Stream.of(
              new Element("span", "fibre", Map.of("length", "1 km")),
              new Element("tap", "coupler", Map.of("ratio", "10 %")),
              new Element("ring", "circulator", Map.of()),
              new Element("odd", "prism", Map.of()))
          .collect(Collectors.toMap(Element::id, e -> e));

  private static List<Connection> connections(Wire... wires) {
    return new Bench("node", Map.of(), ELEMENTS, List.of(wires)).connections();
  }

  private static Wire wire(WireEnd... ends) {
    return new Wire(List.of(ends));
  }

  @Test
  void anElementOnTheWayIsEnteredAndLeftByItsMainPath() {
    Port laser = new Port("laser", "out");
    Port meter = new Port("meter", "in");
    Wire wire = wire(laser, new Through("tap"), new Through("span"), meter);

    assertThat(connections(wire))
        .containsExactly(
            new Connection(laser, new Port("tap", "in"), wire),
            new Connection(new Port("tap", "through"), new Port("span", "a"), wire),
            new Connection(new Port("span", "b"), meter, wire));
  }

  @Test
  void wiresWithoutElementsAreTheirOwnConnections() {
    Wire first = wire(new Outside("line", Optional.empty(), ""), new Port("ring", "p1"));
    Wire second = wire(new Port("ring", "p2"), new Remote("bob", "in"));

    assertThat(connections(first, second))
        .containsExactly(
            new Connection(first.ends().get(0), first.ends().get(1), first),
            new Connection(second.ends().get(0), second.ends().get(1), second));
    assertThat(connections()).isEmpty();
  }

  @Test
  void whatCannotBePassedIsRefused() {
    Port out = new Port("laser", "out");
    Port in = new Port("meter", "in");

    refused(
        wire(out, new Through("ring"), in),
        "circulator ring has no main path that the wire"
            + " 'laser/out -> ring -> meter/in' could pass");
    refused(
        wire(out, new Through("odd"), in),
        "prism odd has no main path that the wire" + " 'laser/out -> odd -> meter/in' could pass");
    refused(
        wire(out, new Through("none"), in),
        "element none has no main path that the wire"
            + " 'laser/out -> none -> meter/in' could pass");
    refused(
        wire(out, new Through("span")),
        "the wire 'laser/out -> span' begins or ends without a port");
    refused(
        wire(new Through("span"), in), "the wire 'span -> meter/in' begins or ends without a port");
  }

  private static void refused(Wire wire, String message) {
    assertThatThrownBy(() -> connections(wire))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessage(message);
  }
}
