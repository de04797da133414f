package org.optihal.emulators;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.spi.Emulation;
import org.optihal.protocols.itla.ItlaFrame;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.ItlaStatus;
import org.optihal.protocols.itla.NopWord;

/**
 * A host with a serial port and nothing else: it sends and receives bytes and notes both with their
 * virtual times.
 */
public final class TestBench {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final Emulation emulation;
  private final HalClock clock;
  private final List<String> trace = new ArrayList<>();
  private Duration patience = Duration.ofMillis(100);
  private ByteLink wire;

  private TestBench(Emulation emulation) {
    this.emulation = emulation;
    this.clock = emulation.clock();
    this.wire = open("baud=9600");
  }

  /** Runs with one laser {@code tx-laser} in virtual time. */
  public static TestBench run(Map<String, String> options, long seed, Consumer<TestBench> body) {
    return run(new VirtualClock(), bench(options, "tx-laser"), seed, body);
  }

  public static TestBench run(Map<String, String> options, Consumer<TestBench> body) {
    return run(options, 1, body);
  }

  public static TestBench run(Consumer<TestBench> body) {
    return run(Map.of(), 1, body);
  }

  public static TestBench run(
      VirtualClock clock, Bench bench, long seed, Consumer<TestBench> body) {
    TestBench[] made = new TestBench[1];
    clock.run(
        () -> {
          try (Emulation emulation = new BenchEmulationProvider().create(bench, seed, clock)) {
            made[0] = new TestBench(emulation);
            body.accept(made[0]);
          }
        });
    return made[0];
  }

  public static Bench bench(Map<String, String> options, String... ids) {
    Map<String, DeviceEntry> devices = new LinkedHashMap<>();
    for (String id : ids) {
      devices.put(
          id,
          new DeviceEntry(
              id,
              "itla",
              Map.of("main", DeviceUrl.parse("serial:///dev/ttyUSB0")),
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(),
              DeviceEntry.StopPolicy.SAFE,
              DeviceEntry.ReconnectPolicy.SAFE,
              options));
    }
    return new Bench("test", devices, Map.of(), List.of());
  }

  public Emulation emulation() {
    return emulation;
  }

  public HalClock clock() {
    return clock;
  }

  /** Every byte with its time. */
  public List<String> trace() {
    return List.copyOf(trace);
  }

  public void patience(Duration longer) {
    patience = longer;
  }

  public ByteLink wire() {
    return wire;
  }

  public ByteLink open(String parameters) {
    DeviceUrl url = DeviceUrl.parse("memory:tx-laser/main?" + parameters);
    wire = (ByteLink) emulation.links().open(url, clock, Deadline.in(clock, patience));
    return wire;
  }

  public void reopen(String parameters) {
    wire.close();
    open(parameters);
  }

  public void sleep(long millis) {
    clock.sleep(Duration.ofMillis(millis));
  }

  public void send(byte... bytes) {
    trace.add(clock.nanos() + " > " + HEX.formatHex(bytes));
    wire.write(bytes, 0, bytes.length, clock.nanos() + patience.toNanos());
  }

  /** What comes until {@code count} bytes are in or patience is out. */
  public byte[] receive(int count) {
    byte[] got = new byte[count];
    int n = 0;
    long deadline = clock.nanos() + patience.toNanos();
    while (n < count) {
      int k = wire.read(got, n, count - n, deadline);
      if (k == 0) {
        break;
      }
      n += k;
    }
    byte[] bytes = java.util.Arrays.copyOf(got, n);
    trace.add(clock.nanos() + " < " + HEX.formatHex(bytes));
    return bytes;
  }

  /** Hex in, hex out. */
  public String exchange(String hex) {
    send(HEX.parseHex(hex));
    return HEX.formatHex(receive(ItlaFrame.LENGTH));
  }

  /** One packet out, one packet in. */
  public int exchange(int packet) {
    byte[] out = new byte[ItlaFrame.LENGTH];
    ItlaFrame.encode(packet, out, 0);
    send(out);
    byte[] in = receive(ItlaFrame.LENGTH);
    if (in.length < ItlaFrame.LENGTH) {
      throw new AssertionError("no answer, only [" + HEX.formatHex(in) + "]");
    }
    return ItlaFrame.decode(in, 0);
  }

  public int read(ItlaRegister register) {
    return exchange(ItlaFrame.request(false, register.number(), 0));
  }

  public int write(ItlaRegister register, int value) {
    return exchange(ItlaFrame.request(true, register.number(), register.word(value)));
  }

  /** The value of a register that must answer OK. */
  public int value(ItlaRegister register) {
    int reply = read(register);
    if (ItlaFrame.status(reply) != ItlaStatus.OK) {
      throw new AssertionError(register + " answered " + Integer.toHexString(reply));
    }
    return register.value(ItlaFrame.data(reply));
  }

  public NopWord nop() {
    return new NopWord(value(ItlaRegister.NOP));
  }

  /** Waits until nothing is pending; the time that took. */
  public Duration settle() {
    long begin = clock.nanos();
    for (int i = 0; i < 10_000; i++) {
      if (!nop().isPending()) {
        return Duration.ofNanos(clock.nanos() - begin);
      }
      sleep(10);
    }
    throw new AssertionError("pending for ever");
  }

  public double watts() {
    return emulation.truth().light("tx-laser/out").watts();
  }
}
