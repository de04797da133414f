package org.optihal.node.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.hal.device.Device;
import org.optihal.hal.link.LinkKind;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.spi.DeviceContext;
import org.optihal.hal.spi.DriverProvider;
import org.optihal.hal.spi.LinkDeclaration;
import org.optihal.hal.spi.OptionDeclaration;
import org.optihal.hal.spi.Probe;

/** Declares the fake laser. */
public final class FakeLaserProvider implements DriverProvider {
  @Override
  public String code() {
    return "fake-laser";
  }

  @Override
  public String title() {
    return "A laser that exists in tests alone";
  }

  @Override
  public List<LinkDeclaration> links() {
    return List.of(new LinkDeclaration("main", LinkKind.BYTES, Map.of("baud", "9600")));
  }

  @Override
  public List<OptionDeclaration<?>> options() {
    return List.of(new OptionDeclaration<>("retries", ValueType.COUNT, 3L, "How often it asks."));
  }

  @Override
  public List<String> opticalPorts() {
    return List.of("out");
  }

  @Override
  public Optional<Probe> probe() {
    return Optional.of(
        (link, clock, deadline) ->
            link.name().equals("fake:ok") ? Optional.of(FakeLaser.IDENTITY) : Optional.empty());
  }

  @Override
  public Device create(DeviceContext context) {
    return new FakeLaser(context);
  }
}
