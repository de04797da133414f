package org.optihal.config;

import java.util.List;
import java.util.Map;
import org.optihal.hal.Drivers;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.Facet;
import org.optihal.hal.link.LinkKind;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.spi.DeviceContext;
import org.optihal.hal.spi.DriverProvider;
import org.optihal.hal.spi.LinkDeclaration;
import org.optihal.hal.spi.OptionDeclaration;

/** Drivers that declare, and make nothing. */
record FakeDriver(
    String code,
    String title,
    List<LinkDeclaration> links,
    Map<String, Class<? extends Facet>> uses,
    List<OptionDeclaration<?>> options,
    List<String> opticalPorts)
    implements DriverProvider {
  enum Dither {
    OFF,
    LOW_NOISE
  }

  static final FakeDriver LASER =
      new FakeDriver(
          "itla",
          "a laser",
          List.of(new LinkDeclaration("main", LinkKind.BYTES, Map.of("baud", "9600"))),
          Map.of(),
          List.of(
              new OptionDeclaration<>("probe-rate", ValueType.COUNT, 9600L, "Speed tried first."),
              new OptionDeclaration<>(
                  "max-output", ValueType.POWER, OpticalPower.ofDbm(13), "Ceiling of the output."),
              new OptionDeclaration<>(
                  "dither", ValueType.choice(Dither.class), Dither.OFF, "Mode of the \"tuner\".")),
          List.of("out"));

  static final FakeDriver ATTENUATOR =
      new FakeDriver(
          "voa",
          "an attenuator",
          List.of(
              new LinkDeclaration("main", LinkKind.BYTES, Map.of()),
              new LinkDeclaration("monitor", LinkKind.MESSAGES, Map.of())),
          Map.of(),
          List.of(),
          List.of("in", "out"));

  static final FakeDriver DETECTOR =
      new FakeDriver(
          "ttl-spad",
          "a detector behind a tagger",
          List.of(),
          Map.of("tagger", Facet.class),
          List.of(),
          List.of("in"));

  static final FakeDriver TAGGER =
      new FakeDriver(
          "tdc1",
          "a tagger",
          List.of(new LinkDeclaration("main", LinkKind.BYTES, Map.of())),
          Map.of(),
          List.of(),
          List.of());

  static Drivers drivers() {
    return Drivers.of(List.of(LASER, ATTENUATOR, DETECTOR, TAGGER));
  }

  @Override
  public Device create(DeviceContext context) {
    throw new UnsupportedOperationException("reading a bench file makes no device");
  }
}
