package org.optihal.testkit.ideal;

import java.util.List;
import org.optihal.hal.device.Device;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.spi.DeviceContext;
import org.optihal.hal.spi.DriverProvider;
import org.optihal.hal.spi.LinkDeclaration;
import org.optihal.hal.spi.OptionDeclaration;
import org.optihal.testkit.laser.IdealTunableLaser;

/** Ideal lasers on a bench, so that what needs a bench can be tested without drivers. */
public final class IdealDriver implements DriverProvider {
  @Override
  public String code() {
    return "ideal";
  }

  @Override
  public String title() {
    return "ideal tunable laser";
  }

  @Override
  public List<LinkDeclaration> links() {
    return List.of();
  }

  @Override
  public List<OptionDeclaration<?>> options() {
    return List.of();
  }

  @Override
  public List<String> opticalPorts() {
    return List.of("out");
  }

  @Override
  public Device create(DeviceContext context) {
    IdealTunableLaser laser =
        new IdealTunableLaser(
            context.entry().id(), context.clock(), context.events(), context.taps());
    IdealEmulation emulation = (IdealEmulation) context.opener(DeviceUrl.parse("ideal:bench"));
    emulation.add(laser);
    return laser;
  }
}
