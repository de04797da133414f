package org.optihal.node.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.linux.PortOwner;
import org.optihal.linux.SerialInventory;
import org.optihal.linux.SerialPortInfo;
import org.optihal.linux.SerialPortInfo.UsbIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "scan",
    description = {
      "Lists the serial ports of this machine without touching one.",
      "With --probe, asks one free port who is there, by queries that change nothing."
    })
final class ScanCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--probe",
      paramLabel = "PORT",
      description =
          "A path such as /dev/ttyUSB0, or a URL. Opening a port moves its control lines, and on some"
              + " boards that makes light: name only a port whose device you know to be safe.")
  @Nullable String port;

  @Option(
      names = "--driver",
      paramLabel = "CODE",
      description = "With --probe: ask only as this driver, not as all that can.")
  @Nullable String driver;

  @Mixin JsonOption json = new JsonOption();

  ScanCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Output out = new Output(shell, json.json);
    String where = port;
    if (where == null) {
      list(out);
    } else {
      new Prober(shell.clock(), out).probe(where, driver);
    }
    return out.exitCode();
  }

  private static void list(Output out) {
    try {
      Table table =
          new Table("PORT", "NODE", "USB", "MANUFACTURER", "PRODUCT", "SERIAL", "IN USE BY");
      List<SerialPortInfo> ports = new SerialInventory().scan();
      for (SerialPortInfo p : ports) {
        UsbIdentity usb = p.usb().orElse(new UsbIdentity(0, 0, 0, "-", "-", "-"));
        String users = PortOwner.list(PortOwner.of(p.path()));
        String id = p.usb().map(ScanCommand::usbId).orElse("-");
        table.row(
            p.stablePath().orElse(p.path()).toString(),
            p.path().toString(),
            id,
            usb.manufacturer(),
            usb.product(),
            usb.serial(),
            users);
        out.object(json(p, users));
      }
      if (ports.isEmpty()) {
        out.text("no serial port with hardware behind it");
      } else {
        out.table(table);
      }
    } catch (IOException e) {
      throw new HalException(
          Kind.NOT_FOUND,
          Outcome.NOT_APPLICABLE,
          "the serial ports cannot be listed: " + e.getMessage(),
          ErrorContext.NONE,
          e);
    }
  }

  private static String usbId(UsbIdentity usb) {
    return String.format(Locale.ROOT, "%04x:%04x", usb.vendorId(), usb.productId());
  }

  private static Map<String, @Nullable Object> json(SerialPortInfo p, String users) {
    return Json.object(
        "port", p.stablePath().orElse(p.path()),
        "node", p.path(),
        "byId", p.byId().map(Path::toString).orElse(null),
        "byPath", p.byPath().map(Path::toString).orElse(null),
        "usb", p.usb().map(ScanCommand::usbId).orElse(null),
        "manufacturer", p.usb().map(UsbIdentity::manufacturer).orElse(null),
        "product", p.usb().map(UsbIdentity::product).orElse(null),
        "serial", p.usb().map(UsbIdentity::serial).orElse(null),
        "inUseBy", users);
  }
}
