package org.optihal.drivers.laser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.hal.device.Device;
import org.optihal.hal.error.HalException;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.LinkKind;
import org.optihal.hal.spi.DeviceContext;
import org.optihal.hal.spi.DriverProvider;
import org.optihal.hal.spi.LinkDeclaration;
import org.optihal.hal.spi.OptionDeclaration;
import org.optihal.hal.spi.Probe;

/**
 * Tunable lasers after OIF-ITLA-MSA 01.2 and 01.3, Pure Photonics among them. Fact sheet:
 * docs/devices/itla.md.
 */
public final class ItlaDriver implements DriverProvider {
  static final String CODE = "itla";
  private static final String LINK = "main";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String title() {
    return "tunable laser, OIF ITLA MSA 01.2 and 01.3, Pure Photonics";
  }

  /**
   * The modem lines are set before the port opens: on some boards they reset or disable the module.
   */
  @Override
  public List<LinkDeclaration> links() {
    return List.of(
        new LinkDeclaration(
            LINK, LinkKind.BYTES, Map.of("baud", "9600", "dtr", "on", "rts", "on")));
  }

  @Override
  public List<OptionDeclaration<?>> options() {
    return ItlaOptions.DECLARED;
  }

  @Override
  public List<String> opticalPorts() {
    return List.of("out");
  }

  @Override
  public Optional<Probe> probe() {
    return Optional.of(new ItlaProbe());
  }

  @Override
  public Device create(DeviceContext context) {
    DeviceUrl url = context.entry().links().get(LINK);
    if (url == null) {
      throw HalException.configuration("link '" + LINK + "' is missing").at(context.entry().id());
    }
    return new ItlaDevice(
        context,
        url.scheme().equals("tcp") ? url : url.withDefaults(links().get(0).defaults()),
        ItlaOptions.of(context.entry().options()));
  }
}
