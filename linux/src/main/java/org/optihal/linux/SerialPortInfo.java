package org.optihal.linux;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A serial port as sysfs knows it.
 *
 * @param path the device node, whose number depends on the order of plugging
 * @param byId link that follows the adapter, if it says who it is
 * @param byPath link that follows the socket
 * @param usb empty for a UART on the board
 */
public record SerialPortInfo(
    Path path, Optional<Path> byId, Optional<Path> byPath, Optional<UsbIdentity> usb) {

  /** The name to write into a bench file: the adapter if it has a name, else its socket. */
  public Optional<Path> stablePath() {
    return byId.or(() -> byPath);
  }

  /**
   * What the USB descriptors say; strings the device does not have are empty.
   *
   * @param interfaceNumber of this port, for adapters with several
   */
  public record UsbIdentity(
      int vendorId,
      int productId,
      int interfaceNumber,
      String manufacturer,
      String product,
      String serial) {}
}
