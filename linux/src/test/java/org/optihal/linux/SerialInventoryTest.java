package org.optihal.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optihal.linux.SerialPortInfo.UsbIdentity;

/**
 * On a made-up tree with the shape of a real one: FTDI adapters, a CDC-ACM card, board UARTs,
 * consoles.
 */
class SerialInventoryTest {
  @TempDir private Path root;

  @BeforeEach
  void makeDirectories() throws IOException {
    Files.createDirectories(root.resolve("sys/class/tty"));
    Files.createDirectories(root.resolve("dev"));
  }

  @Test
  void aUsbAdapterIsNamedByItsDescriptors() throws IOException {
    usb("1-1.2", "0403", "6001", "FTDI", "FT232R USB UART", "A50285BI");
    usbSerial("1-1.2", "1-1.2:1.0", "ttyUSB0", "00");
    link("by-id", "usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0", "ttyUSB0");
    link("by-path", "pci-0000:00:14.0-usb-0:1.2:1.0-port0", "ttyUSB0");

    SerialPortInfo port = only();

    assertThat(port.path()).isEqualTo(root.resolve("dev/ttyUSB0"));
    assertThat(port.stablePath())
        .contains(root.resolve("dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0"));
    assertThat(port.byPath())
        .contains(root.resolve("dev/serial/by-path/pci-0000:00:14.0-usb-0:1.2:1.0-port0"));
    assertThat(port.usb())
        .contains(new UsbIdentity(0x0403, 0x6001, 0, "FTDI", "FT232R USB UART", "A50285BI"));
  }

  @Test
  void theSecondInterfaceOfAnAcmCardIsTold() throws IOException {
    usb("2-1", "1fc9", "0083", "", "", "");
    Path device = Files.createDirectories(bus().resolve("2-1/2-1:1.2"));
    attribute(device, "bInterfaceNumber", "0a");
    tty("ttyACM0", device);
    link("by-path", "pci-0000:00:14.0-usb-0:1:1.2", "ttyACM0");

    SerialPortInfo port = only();

    assertThat(port.usb()).contains(new UsbIdentity(0x1fc9, 0x0083, 10, "", "", ""));
    assertThat(port.byId()).isEmpty();
    assertThat(port.stablePath()).isEqualTo(port.byPath()).isPresent();
  }

  @Test
  void aBoardUartCountsOnlyWhenAChipWasFound() throws IOException {
    Path platform = Files.createDirectories(root.resolve("sys/devices/platform/serial8250"));
    attribute(tty("ttyS0", platform), "type", "4");
    attribute(tty("ttyS1", platform), "type", "0");
    attribute(tty("ttyAMA0", platform), "type", "32");

    assertThat(new SerialInventory(root).scan())
        .extracting(SerialPortInfo::path)
        .containsExactly(root.resolve("dev/ttyAMA0"), root.resolve("dev/ttyS0"));
  }

  @Test
  void consolesAndPtysAreNoPorts() throws IOException {
    Files.createDirectories(root.resolve("sys/class/tty/tty1"));
    Files.createDirectories(root.resolve("sys/class/tty/ptmx"));
    assertThat(new SerialInventory(root).scan()).isEmpty();
  }

  @Test
  void aPortUnpluggedDuringTheScanIsLeftOut() throws IOException {
    Path dangling = Files.createDirectories(root.resolve("sys/class/tty/ttyUSB7"));
    Files.createSymbolicLink(dangling.resolve("device"), Path.of("../../../devices/gone"));
    assertThat(new SerialInventory(root).scan()).isEmpty();
  }

  @Test
  void aMachineWithoutAnyIsEmpty() throws IOException {
    assertThat(new SerialInventory(root.resolve("nowhere")).scan()).isEmpty();
  }

  @Test
  void numbersSortAsNumbers() throws IOException {
    usb("1-1", "0403", "6011", "FTDI", "Quad", "Q1");
    for (String name : List.of("ttyUSB10", "ttyUSB9", "ttyUSB2")) {
      usbSerial("1-1", "1-1:1." + name.substring(6), name, "00");
    }
    assertThat(new SerialInventory(root).scan())
        .extracting(port -> port.path().getFileName().toString())
        .containsExactly("ttyUSB2", "ttyUSB9", "ttyUSB10");
  }

  @Test
  void anAttributeThatIsNoNumberIsNamed() throws IOException {
    usb("1-1", "zzzz", "6001", "", "", "");
    usbSerial("1-1", "1-1:1.0", "ttyUSB0", "00");
    assertThatThrownBy(() -> new SerialInventory(root).scan())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("idVendor")
        .hasMessageContaining("zzzz");
  }

  private SerialPortInfo only() throws IOException {
    List<SerialPortInfo> ports = new SerialInventory(root).scan();
    assertThat(ports).hasSize(1);
    return ports.get(0);
  }

  private Path bus() {
    return root.resolve("sys/devices/pci0000:00/0000:00:14.0/usb1");
  }

  private void usb(
      String device,
      String vendor,
      String productId,
      String manufacturer,
      String product,
      String serial)
      throws IOException {
    Path hub = Files.createDirectories(bus());
    attribute(hub, "idVendor", "1d6b"); // the root hub must not be taken for the adapter
    attribute(hub, "idProduct", "0002");
    Path directory = Files.createDirectories(bus().resolve(device));
    attribute(directory, "idVendor", vendor);
    attribute(directory, "idProduct", productId);
    for (String[] text :
        new String[][] {{"manufacturer", manufacturer}, {"product", product}, {"serial", serial}}) {
      if (!text[1].isEmpty()) {
        attribute(directory, text[0], text[1]);
      }
    }
  }

  /** The usbserial layer puts a port directory between the interface and the tty. */
  private void usbSerial(String device, String usbInterface, String name, String number)
      throws IOException {
    Path directory = bus().resolve(device).resolve(usbInterface);
    Path port = Files.createDirectories(directory.resolve(name));
    attribute(directory, "bInterfaceNumber", number);
    tty(name, port);
  }

  /**
   * As in sysfs: the class entry is a link to a directory that links back to its device, both
   * relative.
   */
  private Path tty(String name, Path device) throws IOException {
    Path directory = Files.createDirectories(device.resolve("tty").resolve(name));
    Files.createSymbolicLink(
        directory.resolve("device"), Path.of("../../../" + device.getFileName()));
    Path entries = root.resolve("sys/class/tty");
    Files.createSymbolicLink(entries.resolve(name), entries.relativize(directory));
    return directory;
  }

  private void link(String kind, String name, String node) throws IOException {
    Path directory = Files.createDirectories(root.resolve("dev/serial").resolve(kind));
    Files.createSymbolicLink(directory.resolve(name), Path.of("../../" + node));
  }

  private static void attribute(Path directory, String name, String value) throws IOException {
    Files.writeString(directory.resolve(name), value + "\n");
  }
}
