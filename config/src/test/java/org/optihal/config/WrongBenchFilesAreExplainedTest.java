package org.optihal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.optihal.hal.bench.ElementKinds;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;

/** One mistake per file, and the one line that a person gets to read about it. */
class WrongBenchFilesAreExplainedTest {
  private static final String LASER =
      "  tx-laser: {driver: itla, links: {main: \"serial:///dev/ttyUSB0\"}";
  private static final String TAGGER =
      "  tdc: {driver: tdc1, links: {main: \"serial:///dev/ttyTDC1\"}}\n";

  /** A good file whose laser has {@code more} in its entry, which starts in column 68. */
  private static String laser(String more) {
    return "version: 1\ndevices:\n" + LASER + more + "}\n";
  }

  /** A good file with these wires in line 6 and below. */
  private static String wiring(String... wires) {
    return laser("")
        + "elements: {span: {kind: fibre, length: 25 km}}\nwiring:\n  - "
        + String.join("\n  - ", wires)
        + "\n";
  }

  /** A good file with these elements, and with this wire in line 6. */
  private static String wired(String elements, String wire) {
    return wiring(wire).replace("span: {kind: fibre, length: 25 km}", elements);
  }

  /** A good file with a laser, a span, a detector, and this in its experiment in line 5. */
  private static String experiment(String keys) {
    return laser("")
        + "elements: {span: {kind: fibre, length: 25 km}, d0: {kind: power-monitor},"
        + " sw: {kind: switch, inputs: 1, outputs: 2}}\n"
        + "experiment: {"
        + keys
        + "}\n";
  }

  /** The same with what every experiment needs; {@code keys} start in column 69. */
  private static String run(String keys) {
    return experiment("title: T, publication: P, duration: 8 h, sample: 10 s, " + keys);
  }

  /** The same with a meter; {@code keys} start in column 119. */
  private static String figure(String keys) {
    return run("meters: {m: {kind: power, at: d0/in}}, figures: [{" + keys + "}]");
  }

  private static String device(String entry) {
    return "version: 1\ndevices:\n  x: " + entry + "\n";
  }

  private static String element(String entry) {
    return "version: 1\ndevices: {}\nelements:\n  span: " + entry + "\n";
  }

  static Stream<Arguments> syntax() {
    return Stream.of(
        arguments("", "1:1: the file is empty"),
        arguments("# only a comment\n", "1:1: the file is empty"),
        arguments("version: 1\ndevices:\n\ta: {}\n", "3:1: a tab cannot indent; write spaces"),
        arguments("version: 1\nnode: 'alice\ndevices: {}\n", "2:7: this quote is not closed"),
        arguments("version: 1\nnode: \"alice\n", "2:7: this quote is not closed"),
        arguments(
            "version: 1\ndevices: {a: {driver: itla}\n",
            "2:10: this '{' is not closed, or a comma is missing"),
        arguments(
            "version: 1\nwiring: [a, b\n", "2:9: this '[' is not closed, or a comma is missing"),
        arguments(
            "version: 1\n  node: alice\n",
            "2:7: a ':' too much: put a text that holds ': ' in quotes, or mend the indentation"),
        arguments(
            "version: 1\nwiring:\n  - a\n node: b\n",
            "4:2: this line is indented unlike those it belongs to"),
        arguments(
            "version: 1\nnode: `x\n",
            "2:7: a value cannot start with this character; put it in quotes"),
        arguments(
            "version: 1\nnode: a\u0007b\n",
            "2:8: a control character cannot stand in a bench file"),
        arguments(
            "version: 1\ndevices: {}\n---\nversion: 1\n",
            "3:1: a second document starts here; a bench file is one"),
        arguments(
            "version: 1\ndevices: {}\nversion: 1\n",
            "3:1: key 'version' stands twice, first in line 1"),
        arguments("version: 1\ndevices: {}\n? [a]\n: 1\n", "3:3: a key must be a text, not a list"),
        arguments(
            "version: 1\ndevices: {}\nnode: !!str a\n",
            "3:7: tags are not used in a bench file; leave out '!'"),
        arguments(
            "version: 1\ndevices: {}\nnode: &n a\n",
            "3:7: anchors are not used in a bench file; leave out '&'"),
        arguments("[".repeat(100_000), "1:17: nested deeper than 16 levels"),
        arguments("#" + "x".repeat(YamlReader.MAX_SIZE), "1:1: the file is larger than 1 MiB"));
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        arguments("just words\n", "1:1: a bench file must be a mapping, not a text"),
        arguments(
            "devices: {}\n", "1:1: a bench file needs the key 'version': start with version: 1"),
        arguments(
            "version: 1\n",
            "1:1: a bench file needs the key 'devices': it names the devices of this node"),
        arguments(
            "version: 2\ndevices: {}\n",
            "1:10: version '2' is not known; this program reads version 1"),
        arguments(
            "version: 1\ndevcies: {}\n",
            "2:1: unknown key 'devcies' in a bench file; did you mean 'devices'?"),
        arguments(
            "version: 1\ndevcies: {}\nwiring: [a/b -> c/d]\n",
            "2:1: unknown key 'devcies' in a bench file; did you mean 'devices'?"),
        arguments(
            "version: 1\ndevices: {}\nquux: 1\n",
            "3:1: unknown key 'quux' in a bench file;"
                + " known are: version node devices elements wiring experiment"),
        arguments("version: 1\ndevices: [a]\n", "2:10: devices must be a mapping, not a list"),
        arguments(
            "version: 1\ndevices: {}\nnode: Alice\n",
            "3:7: 'Alice' cannot name a node; an id starts with a lower-case letter and has up to"
                + " 32 lower-case letters, digits and hyphens"),
        arguments("version: 1\ndevices: {}\nnode:\n", "3:6: node in a bench file is empty"),
        arguments(
            "version: 1\ndevices: {}\nelements:\n  outside: {kind: isolator}\n",
            "4:3: 'outside' is the word for where the bench ends; take another id"));
  }

  static Stream<Arguments> devices() {
    return Stream.of(
        arguments(
            "version: 1\ndevices:\n  Tx_1: {driver: ttl-spad, uses: {tagger: tdc}}\n" + TAGGER,
            "3:3: 'Tx_1' cannot name a device; an id starts with a lower-case letter and has up to"
                + " 32 lower-case letters, digits and hyphens"),
        arguments(
            device("{drivr: itla}"),
            "3:7: unknown key 'drivr' in device x; did you mean 'driver'?"),
        arguments(
            device("{links: {}}"),
            "3:3: device x needs the key 'driver': it says which driver to use"),
        arguments(device("itla"), "3:6: device x must be a mapping, not a text"),
        arguments(
            device("{driver: itls}"),
            "3:15: there is no driver 'itls' for device x; did you mean 'itla'?"),
        arguments(
            device("{driver: polatis}"),
            "3:15: there is no driver 'polatis' for device x;"
                + " known are: itla tdc1 ttl-spad voa"),
        arguments(
            device("{driver: [itla]}"), "3:15: driver in device x must be a text, not a list"),
        arguments(
            device("{driver: itla}"),
            "3:3: links of device x needs the key 'main': a URL that leads to the device, such as"
                + " serial:///dev/ttyUSB0 or tcp://host:5025 (emulated, it needs none)"),
        arguments(
            device("{driver: itla, links: tcp://a:1}"),
            "3:28: links of device x must be a mapping, not a text"),
        arguments(
            device("{driver: itla, links: {mian: tcp://a:1}}"),
            "3:29: unknown key 'mian' in links of device x; did you mean 'main'?"),
        arguments(
            device("{driver: itla, links: {main: /dev/ttyUSB0}}"),
            "3:35: device x, link main: '/dev/ttyUSB0' is not a device URL: write"
                + " scheme:target?key=value, such as serial:///dev/ttyUSB0?baud=9600 or"
                + " tcp://host:5025"),
        arguments(
            device("{driver: itla, links: {main: \"i2c:///dev/i2c-1?addr=0x50\"}}"),
            "3:35: device x, link main: 'i2c:' is the wrong kind of link; write for example"
                + " serial:///dev/ttyUSB0 or tcp://host:5025"),
        arguments(
            device("{driver: ttl-spad}"),
            "3:3: uses of device x needs the key 'tagger': the address of a device or unit, such"
                + " as tdc1/ch1"),
        arguments(
            device("{driver: ttl-spad, uses: {tagger: tcd/ch1}}") + TAGGER,
            "3:40: there is no device 'tcd'; did you mean 'tdc'?"),
        arguments(
            device("{driver: ttl-spad, uses: {tagger: x}}"), "3:40: device x cannot use itself"),
        arguments(
            device("{driver: ttl-spad, uses: {tagger: tdc.rate}}") + TAGGER,
            "3:40: 'tdc.rate' is a point; name a device or a unit"),
        arguments(
            device("{driver: ttl-spad, uses: {tagger: Tdc}}") + TAGGER,
            "3:40: 'Tdc' is not an address: write device.point or device/unit.point, such as"
                + " tx-laser.frequency"),
        arguments(
            laser(", probe-rate: 1"),
            "3:68: 'probe-rate' is an option: write it under 'options' of device tx-laser"),
        arguments(
            laser(", options: {prob-rate: 1}"),
            "3:78: unknown key 'prob-rate' in options of device tx-laser;"
                + " did you mean 'probe-rate'?"),
        arguments(
            laser(", options: {probe-rate: fast}"),
            "3:90: device tx-laser: option probe-rate: 'fast' is not a whole number:"
                + " probe-rate (whole number, default 9600): Speed tried first."),
        arguments(
            laser(", options: {max-output: 10}"),
            "3:90: device tx-laser: option max-output: '10' is not a power: the unit is missing:"
                + " write for example -10 dBm (units: dBm W mW µW nW pW fW)"),
        arguments(
            laser(", options: {dither: loud}"),
            "3:86: device tx-laser: option dither: 'loud' is none of the choices: write one of:"
                + " off low-noise"),
        arguments(
            laser(", options: {dither: {a: b}}"),
            "3:86: dither in options of device tx-laser must be a text, not a mapping"),
        arguments(
            laser(", identity: {serail: A1}"),
            "3:79: unknown key 'serail' in identity of device tx-laser; did you mean 'serial'?"),
        arguments(
            laser(", limits: {max-input: \"3,5 dBm\"}"),
            "3:88: device tx-laser, max-input: '3,5 dBm' is not a power: write a decimal point,"
                + " not a comma: write for example -10 dBm (units: dBm W mW µW nW pW fW)"),
        arguments(
            laser(", limits: {max-input: 0 W}"),
            "3:88: device tx-laser, max-input: a power limit is above zero"),
        arguments(laser(", on-stop: safe"), "3:77: on-stop cannot be 'safe'; did you mean 'SAFE'?"),
        arguments(
            laser(", on-link-loss: RESTORE"),
            "3:82: on-link-loss cannot be 'RESTORE'; known are: ADOPT SAFE"));
  }

  static Stream<Arguments> elements() {
    return Stream.of(
        arguments(
            element("{length: 25 km}"),
            "4:3: element span needs the key 'kind': one of "
                + String.join(" ", ElementKinds.all().keySet())),
        arguments(
            element("{kind: fiber, length: 25 km}"),
            "4:16: there is no kind 'fiber' for element span; did you mean 'fibre'?"),
        arguments(
            element("{kind: fibre}"),
            "4:3: element span needs the key 'length': for example 25 km"),
        arguments(
            element("{kind: fibre, length: 25}"),
            "4:31: element span, length: '25' is not a length: the unit is missing: write for"
                + " example 25 km (units: km m cm mm)"),
        arguments(
            element("{kind: fibre, length: 25 dB}"),
            "4:31: element span, length: '25 dB' is not a length: unknown unit 'dB': write for"
                + " example 25 km (units: km m cm mm)"),
        arguments(
            element("{kind: fibre, length: 25 km, attenuation: 5 dB}"),
            "4:51: element span, attenuation: '5 dB' is not a loss per length: unknown unit 'dB':"
                + " write for example 0.2 dB/km (units: dB/km)"),
        arguments(
            element("{kind: isolator, length: 2 m}"),
            "4:26: unknown key 'length' in element span; known are: kind loss isolation"),
        arguments(
            element("{kind: fibre, length: -25 km}"),
            "4:31: element span, length: '-25 km': a length is not negative"),
        arguments(
            element("{kind: fibre, length: NaN km}"),
            "4:31: element span, length: 'NaN km' is not a length: it does not start with a"
                + " number: write for example 25 km (units: km m cm mm)"),
        arguments(
            element("{kind: fibre, length: 1 m, model: smf}"),
            "4:43: element span, model: 'smf' is none of the choices: write one of: smf28 g654e"),
        arguments(
            element("{kind: fibre, lenght: 25 km}"),
            "4:23: unknown key 'lenght' in element span; did you mean 'length'?"),
        arguments(
            element("{kind: multi-core-fibre, length: 25 km, cores: 1000000000}"),
            "4:3: multi-core-fibre span, cores: a fibre has 2 to 32, not 1000000000"),
        arguments(
            element("{kind: switch, inputs: 0, outputs: 2}"),
            "4:3: switch span, inputs: there are 1 to 384, not 0"),
        arguments(
            element("{kind: switch, inputs: 2, outputs: 2, connect: 'in1>out3'}"),
            "4:3: switch span, connect: there is no port 'out3'; did you mean 'out1'?"),
        arguments(
            element("{kind: switch, inputs: 2, outputs: 2, pair-crosstalk: 'in3>out1 -45 dB'}"),
            "4:3: switch span, pair-crosstalk: there is no port 'in3'; did you mean 'in1'?"),
        arguments(
            element("{kind: mux, bands: 'a 1560..1561 nm, common 1529..1550 nm'}"),
            "4:3: mux span: port 'common' stands twice"),
        arguments(
            element("{kind: wss, bands: common 1560..1561 nm}"),
            "4:3: wss span: port 'common' stands twice"),
        arguments(
            element("{kind: mux, bands: 'quantum 1560,2..1561 nm'}"),
            "4:28: element span, bands: 'quantum 1560' is not a band: write for example quantum"
                + " 1560.2..1561 nm, data 1529..1560 nm"),
        arguments(
            element("{kind: snspd, efficiency: 80 %, dark-rate: 10 cps, clock: bob}"),
            "4:67: element span, clock: there is no element 'bob'; known are: span"),
        arguments(
            element("{kind: snspd, efficiency: 80 %, dark-rate: 10 cps, clock: span}"),
            "4:67: element span, clock: span is not a clock"),
        arguments(
            laser("") + "elements: {tx-laser: {kind: isolator}}\n",
            "4:12: 'tx-laser' is the id of a device already"));
  }

  static Stream<Arguments> wires() {
    return Stream.of(
        arguments(
            wiring("tx-laser/out"),
            "6:5: a wire leads from somewhere to somewhere: write 'from -> to'"),
        arguments(wiring("tx-laser/out -> "), "6:20: the wire ends here, but a stop is missing"),
        arguments(
            wiring("tx-laser/out -> -> span"),
            "6:21: expected a stop such as tx-laser/out, found '-> span'"),
        arguments(
            wiring("tx-laser/out -- span"),
            "6:18: expected '->' between two stops, found '-- span'"),
        arguments(
            wiring("tx-laser/out > span"), "6:18: expected '->' between two stops, found '> span'"),
        arguments(
            wiring("tx-laser/Out -> outside(a)"),
            "6:14: 'Out' is not an id; an id starts with a lower-case letter and has up to 32"
                + " lower-case letters, digits and hyphens"),
        arguments(
            wiring("tx-laser/out -> spam -> outside(a)"),
            "6:21: there is no element 'spam'; did you mean 'span'?"),
        arguments(
            wiring("tx-lasr/out -> outside(a)"),
            "6:5: there is no device or element 'tx-lasr'; did you mean 'tx-laser'?"),
        arguments(
            wiring("tx-laser/ou -> outside(a)"),
            "6:5: device tx-laser has no optical port 'ou'; did you mean 'out'?"),
        arguments(
            wiring("tx-laser -> outside(a)"),
            "6:5: tx-laser is a device; name its port: tx-laser/out"),
        arguments(
            wiring("tx-laser/out -> span/in -> outside(a)"),
            "6:21: span/in cannot stand in the middle: a wire ends there; write span to pass it"),
        arguments(
            wiring("outside(a) -> span/in"), "6:19: element span has no port 'in'; known are: a b"),
        arguments(
            wiring("tx-laser/out -> span"),
            "6:21: a wire does not end in span itself; name its port: span/a span/b"),
        arguments(
            wiring("tx-laser/out -> span -> span -> outside(a)"),
            "6:29: the wire passes span twice"),
        arguments(
            wiring("tx-laser/out -> outside(a)", "tx-laser/out -> span -> outside(b)"),
            "7:5: tx-laser/out is wired twice, first in line 6; split light with a coupler"),
        arguments(
            wiring("tx-laser/out -> span/a", "span/a -> outside(b)"),
            "7:5: span/a is wired twice, first in line 6; split light with a coupler"),
        arguments(
            wiring("tx-laser/out -> span -> outside(a)", "outside(b) -> span -> outside(c)"),
            "7:19: the wire cannot pass span: span/a is wired already in line 6"),
        arguments(
            wiring("tx-laser/out -> span/b", "outside(b) -> span -> outside(c)"),
            "7:19: the wire cannot pass span: span/b is wired already in line 6"),
        arguments(
            wiring("tx-laser/out -> span -> outside(a)", "outside(b) -> span/b"),
            "7:19: span/b is wired twice, first in line 6; split light with a coupler"),
        arguments(
            wired("tap: {kind: coupler, ratio: 10 %}", "tap -> tx-laser/out"),
            "6:5: a wire does not end in tap itself; name its port: tap/in tap/through tap/tap"
                + " tap/in2"),
        arguments(
            wired(
                "mux: {kind: mux, bands: 'quantum 1560..1561 nm, data 1529..1550 nm'}",
                "tx-laser/out -> mux -> outside(a)"),
            "6:21: a wire cannot pass mux; end it there and name its port: mux/common mux/quantum"
                + " mux/data"),
        arguments(
            wired(
                "mux: {kind: mux, bands: 'quantum 1560..1561 nm, data 1529..1550 nm'}",
                "tx-laser/out -> mux/quantm"),
            "6:21: element mux has no port 'quantm'; did you mean 'quantum'?"),
        arguments(
            wired("c: {kind: circulator}", "tx-laser/out -> c/p1 -> outside(a)"),
            "6:21: c/p1 cannot stand in the middle: a wire ends there"),
        arguments(
            wired("s: {kind: switch, inputs: 300, outputs: 300}", "tx-laser/out -> s -> @b.in"),
            "6:21: a wire cannot pass s; end it there and name its port: s/in1 s/in2 s/in3 s/in4"
                + " s/in5 s/in6 s/in7 s/in8 ..."),
        arguments(
            wired("c: {kind: clock}", "tx-laser/out -> c"),
            "6:21: a wire does not end in c itself; it has no port"),
        arguments(
            wired("c: {kind: clock}", "tx-laser/out -> c/out"),
            "6:21: element c has no port 'out'; there are none"),
        arguments(
            wiring("tx-laser/out -> @bob"),
            "6:21: a port of another node is written @node.port, such as @bob.in"),
        arguments(
            wiring("tx-laser/out -> @node.in"),
            "6:21: @node is this node itself: write device/port"),
        arguments(
            wiring("@bob.in -> tx-laser/out"),
            "6:5: a value cannot start with this character; put it in quotes"),
        arguments(
            wiring("tx-laser/out -> outside"),
            "6:21: write what is there, such as outside(port, max-power: 3 dBm)"),
        arguments(wiring("tx-laser/out -> outside(port"), "6:28: this '(' is not closed"),
        arguments(
            wiring("tx-laser/out -> outside(port, max-power: 3 dBm)"),
            "6:5: put this wire in single quotes: it holds ': '"),
        arguments(
            wiring("tx-laser/out -> outside(port, max-power: 3 dBm, enforced-by: APR)"),
            "6:64: put this wire in single quotes: it holds ': '"),
        arguments(
            wiring("'tx-laser/out -> outside(max-power: 3 dBm)'"),
            "6:30: outside( starts with a name, such as outside(port, max-power: 3 dBm)"),
        arguments(
            wiring("'tx-laser/out -> outside(port, 3 dBm)'"),
            "6:34: behind the name of outside( stand only 'max-power: ...' and 'enforced-by: ...'"),
        arguments(
            wiring("'tx-laser/out -> outside(port, max-pwr: 3 dBm)'"),
            "6:36: unknown key 'max-pwr' in outside(; did you mean 'max-power'?"),
        arguments(
            wiring("'tx-laser/out -> outside(port, max-power: 3 dBm, max-power: 4 dBm)'"),
            "6:54: key 'max-power' stands twice"),
        arguments(
            wiring("'tx-laser/out -> outside(port, max-power: )'"), "6:47: max-power is empty"),
        arguments(
            wiring("'tx-laser/out -> outside(it''s, max-power: 3)'"),
            "6:48: max-power: '3' is not a power: the unit is missing: write for example -10 dBm"
                + " (units: dBm W mW µW nW pW fW)"),
        arguments(
            wiring("\"tx-laser/out -> outside(\\\"a b\\\", max-power: 3,5 dBm)\""),
            "6:50: max-power: '3,5 dBm' is not a power: write a decimal point, not a comma: write"
                + " for example -10 dBm (units: dBm W mW µW nW pW fW)"),
        arguments(
            wiring("'tx-laser/out -> outside(port, enforced-by: \"APR)'"),
            "6:49: this quote is not closed"),
        arguments(
            wiring("'tx-laser/out -> outside(port) span'"),
            "6:36: expected '->' between two stops, found 'span'"),
        arguments(
            wiring("[a, b]"),
            "6:5: a wire must be a text such as tx-laser/out -> voa/in, not a list"),
        arguments(laser("") + "wiring: a -> b\n", "4:9: wiring must be a list, not a text"));
  }

  static Stream<Arguments> experiments() {
    return Stream.of(
        arguments(
            experiment("title: T, publication: P, duration: 8 h"),
            "5:1: experiment needs the key 'sample': for example 10 s"),
        arguments(
            run("figure: []"), "5:69: unknown key 'figure' in experiment; did you mean 'figures'?"),
        arguments(
            experiment("title: \"a\\nb\", publication: P, duration: 8 h, sample: 10 s"),
            "5:21: experiment, title: it is one line"),
        arguments(
            experiment("title: T, publication: P, duration: 8, sample: 10 s"),
            "5:50: experiment, duration: '8' is not a time: the unit is missing: write for example"
                + " 250 ms (units: s ms µs ns ps min h d)"),
        arguments(
            experiment("title: T, publication: P, duration: 0 h, sample: 10 s"),
            "5:50: experiment, duration: it is above zero"),
        arguments(
            experiment("title: T, publication: P, duration: 8 h, sample: 9 h"),
            "5:63: experiment, sample: it is longer than the duration"),
        arguments(
            experiment("title: T, publication: P, duration: 8 h, sample: 1 ms"),
            "5:63: experiment, sample: a run has at most 1000000 samples"),
        arguments(run("setup: wait 1 s"), "5:76: setup must be a list, not a text"),
        arguments(
            run("setup: [{a: b}]"), "5:77: a command of setup must be a text, not a mapping"));
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        arguments(
            run("setup: [boil tea]"),
            "5:77: setup: 'boil tea' is not a command: set tx-laser.power = 3 dBm; element voa"
                + " attenuation = 12 dB; fault tx-laser reboot; wait 10 s"),
        arguments(
            run("setup: [set tx-laser.power 3 dBm]"),
            "5:77: setup: 'set tx-laser.power 3 dBm' is not complete: write for example set"
                + " tx-laser.power = 3 dBm"),
        arguments(
            run("setup: [set tx-lazer.power = 3 dBm]"),
            "5:77: setup: there is no device 'tx-lazer'; did you mean 'tx-laser'?"),
        arguments(
            run("setup: [set tx-laser = 3 dBm]"),
            "5:77: setup: 'tx-laser' names no point: write for example set tx-laser.power = 3 dBm"),
        arguments(
            run("setup: [element spam loss = 3 dB]"),
            "5:77: setup: there is no element 'spam'; did you mean 'span'?"),
        arguments(
            run("setup: [element span los = 3 dB]"),
            "5:77: setup: fibre span has no parameter 'los'; did you mean 'loss'?"),
        arguments(
            run("setup: [element span loss = 3]"),
            "5:77: setup: fibre span, loss: '3' is not a ratio in decibels: the unit is missing:"
                + " write for example 3.5 dB (units: dB)"),
        arguments(
            run("setup: [element sw connect = in1>out3]"),
            "5:77: setup: switch sw, connect: there is no port 'out3'; did you mean 'out1'?"),
        arguments(
            run("setup: [element sw outputs = 3]"),
            "5:77: setup: outputs says which ports there are; it stays as it is"),
        arguments(
            run("setup: [fault tx-laser]"),
            "5:77: setup: 'fault tx-laser' is not complete: write for example fault tx-laser"
                + " reboot"),
        arguments(
            run("setup: [fault span cut]"),
            "5:77: setup: there is no device 'span'; known are: tx-laser"),
        arguments(run("setup: [wait 0 s]"), "5:77: setup: a wait is above zero"),
        arguments(
            run("setup: [\"set tx-laser.power = 3\\ndBm\"]"),
            "5:77: setup: a command is one line without control characters"),
        arguments(
            run("schedule: [wait 1 s]"), "5:80: a step of schedule must be a mapping, not a text"),
        arguments(
            run("schedule: [{at: 1 h}]"),
            "5:80: a step of schedule needs the key 'do': for example set tx-laser.power = 3 dBm"),
        arguments(
            run("schedule: [{at: 9 h, do: wait 1 s}]"),
            "5:85: schedule, at: the run is over by then"),
        arguments(
            run("schedule: [{at: -1 h, do: wait 1 s}]"),
            "5:85: schedule, at: the run begins at 0 s"),
        arguments(
            run("schedule: [{at: 1 h, do: fault spam cut}]"),
            "5:94: schedule: there is no device 'spam'; known are: tx-laser"),
        arguments(run("polls: {tx-laser: 1 s}"), "5:77: polls: 'tx-laser' names no point"),
        arguments(
            run("polls: {span.loss: 1 s}"),
            "5:77: polls: there is no device 'span'; known are: tx-laser"),
        arguments(
            run("polls: {Power: 1 s}"),
            "5:77: polls: 'Power' is not an address: write device.point or device/unit.point, such"
                + " as tx-laser.frequency"),
        arguments(
            run("polls: {tx-laser.power: 0 s}"), "5:93: polls, tx-laser.power: it is above zero"));
  }

  static Stream<Arguments> metersAndFigures() {
    return Stream.of(
        arguments(
            run("meters: {m: {kind: powr, at: d0/in}}"),
            "5:88: there is no kind 'powr' for meter m; did you mean 'power'?"),
        arguments(
            run("meters: {m: {kind: power}}"),
            "5:78: meter m needs the key 'at': for example bob/in"),
        arguments(
            run("meters: {M: {kind: power, at: d0/in}}"),
            "5:78: 'M' cannot name a meter; an id starts with a lower-case letter and has up to 32"
                + " lower-case letters, digits and hyphens"),
        arguments(
            run("meters: {m: {kind: power, at: d0}}"),
            "5:99: meter m, at: 'd0' is not a port: write for example bob/in"),
        arguments(
            run("meters: {m: {kind: power, at: d1/in}}"),
            "5:99: meter m, at: there is no device or element 'd1'; did you mean 'd0'?"),
        arguments(
            run("meters: {m: {kind: power, at: tx-laser/in}}"),
            "5:99: meter m, at: device tx-laser has no optical port 'in'; known are: out"),
        arguments(
            run("meters: {m: {kind: loss, source: tx, at: d0/in}}"),
            "5:102: meter m, source: there is no device or element 'tx'; known are: tx-laser span"
                + " d0 sw"),
        arguments(
            run("meters: {m: {kind: delay, source: span, detectors: 'd0, d1'}}"),
            "5:125: meter m, detectors: there is no device or element 'd1'; did you mean 'd0'?"),
        arguments(
            run("meters: {m: {kind: delay, source: span, detectors: d0 sw}}"),
            "5:120: meter m, detectors: there is no device or element 'd0 sw'; known are: tx-laser"
                + " span d0 sw"),
        arguments(
            run("meters: {m: {kind: delay, source: span, detectors: 'd0,'}}"),
            "5:120: meter m, detectors: a name is missing between commas"),
        arguments(
            run("meters: {m: {kind: noise, at: d0/in, band: 1 nm}}"),
            "5:112: meter m, band: '1 nm' is not a band: write for example quantum 1560.2..1561 nm,"
                + " data 1529..1560 nm"),
        arguments(
            figure("of: m.power, published: unknown"),
            "5:118: a figure needs the key 'name': what is compared, in words"),
        arguments(
            figure("name: n, of: power, published: unknown"),
            "5:132: figure, of: 'power' names no value of a meter: write meter.quantity, such as"
                + " bb84.key-rate"),
        arguments(
            figure("name: n, of: x.power, published: unknown"),
            "5:132: figure, of: there is no meter 'x'; did you mean 'm'?"),
        arguments(
            figure("name: n, of: m.power, published: 3 dBm"),
            "5:118: a figure needs the key 'tolerance': how far off still agrees, such as factor 2"),
        arguments(
            figure("name: n, of: m.power, published: 3 dBn, tolerance: 1 dB"),
            "5:152: figure, published: '3 dBn' is not a published figure: unknown unit 'dBn':"
                + " write for example 0.41 kbit/s, > 0 bit/s, > other.noise or unknown (units:"
                + " bit/s kbit/s Mbit/s dBm dB dB/km km 1/s W SNU % s ns ps)"),
        arguments(
            figure("name: n, of: m.power, published: '> x.power'"),
            "5:152: figure, published: there is no meter 'x'; did you mean 'm'?"),
        arguments(
            figure("name: n, of: m.power, published: 3 dBm, tolerance: 1"),
            "5:170: figure, tolerance: '1' is not a tolerance: write for example 3 dB, factor 2,"
                + " 10 % or 0.5 % absolute"),
        arguments(
            figure("name: n, of: m.power, published: 3 dBm, tolerance: 1 % absolute"),
            "5:170: figure, tolerance: only shares differ by '% absolute'"),
        arguments(
            figure("name: n, of: m.power, published: unknown, reduce: median"),
            "5:169: figure, reduce: 'median' is none of the choices: write one of: mean min max"
                + " last"),
        arguments(
            figure("name: n, of: m.power, published: unknown, basis: guessed"),
            "5:168: figure, basis: 'guessed' is none of the choices: write one of: published"
                + " assumed"),
        arguments(
            figure(
                "name: n, of: m.power, published: unknown}, {name: n, of: m.a, published: '< 1'"),
            "5:169: figure 'n' stands twice"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource({
    "syntax",
    "keys",
    "devices",
    "elements",
    "wires",
    "experiments",
    "commands",
    "metersAndFigures"
  })
  void oneMistakeGivesOneLine(String text, String expected) {
    assertThat(BenchFile.check(text, "benches/x.yaml", FakeDriver.drivers()))
        .extracting(Problem::toString)
        .containsExactly("benches/x.yaml:" + expected);
    assertThatThrownBy(() -> BenchFile.parse(text, "benches/x.yaml", FakeDriver.drivers()))
        .isInstanceOfSatisfying(
            HalException.class,
            e -> {
              assertThat(e).hasMessage("benches/x.yaml:" + expected);
              assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION);
              assertThat(e.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
            });
  }

  @Test
  void allMistakesOfAFileAreToldFromTopToBottom() {
    String text =
        "version: 1\nwiring:\n  - a/in -> b\ndevices:\n  a: {driver: voa, on-stop: NEVER}\n";

    assertThat(BenchFile.check(text, "x.yaml", FakeDriver.drivers()))
        .extracting(p -> p.line() + ":" + p.column())
        .containsExactly("3:13", "5:3", "5:3", "5:29");
    assertThatThrownBy(() -> BenchFile.parse(text, "x.yaml", FakeDriver.drivers()))
        .hasMessage(
            "x.yaml:3:13: there is no element 'b'; known are: outside (and 3 more problems)");
  }

  @Test
  void anAliasBombIsNotExpanded() {
    StringBuilder bomb = new StringBuilder("version: 1\nl0: &l0 [a, a, a, a, a, a, a, a, a]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("l" + i + ": &l" + i + " [" + ("*l" + (i - 1) + ", ").repeat(8) + "a]\n");
    }

    List<Problem> problems = BenchFile.check(bomb.toString(), "b.yaml", FakeDriver.drivers());

    assertThat(problems).hasSizeLessThanOrEqualTo(100);
    assertThat(problems)
        .extracting(Problem::toString)
        .contains(
            "b.yaml:2:5: anchors are not used in a bench file; leave out '&'",
            "b.yaml:3:10: aliases are not used in a bench file; write the value again");
  }

  @Test
  void quotedTextCannotForgeOrHideLines() {
    assertThat(new Problem("x\ny.yaml", 1, 2, "a\u001b[31m\r\n\u202eb\u2028").toString())
        .isEqualTo("x?y.yaml:1:2: a?[31m???b?");
    assertThat(new Problem("x", 1, 2, "a".repeat(1000)).text()).hasSize(501);
  }

  @Test
  void aPasswordInAUrlIsNeverShown() {
    String text = device("{driver: itla, links: {main: \"usbtmc://me:secret@h:1\"}}");

    assertThat(BenchFile.check(text, "x.yaml", FakeDriver.drivers()))
        .hasSize(1)
        .noneMatch(p -> p.toString().contains("secret"));
    assertThat(
            BenchFile.check(
                device("{driver: itla}"),
                "x.yaml",
                FakeDriver.drivers(),
                LinksRequired.YES,
                List.of("x.links.main=usbtmc://me:secret@h:1", "x.link=tcp://me:secret@h:1")))
        .hasSize(2)
        .noneMatch(p -> p.toString().contains("secret"));
  }
}
