package org.optihal.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.linux.SerialPortInfo.UsbIdentity;

/**
 * The serial ports of this machine, found without touching one: opening a port moves its control
 * lines.
 */
public final class SerialInventory {
  private static final int ATTRIBUTE_BYTES = 4096; // sysfs gives one page at most
  private static final Comparator<Path> BY_FAMILY_AND_NUMBER =
      Comparator.comparing((Path tty) -> name(tty).replaceAll("[0-9]+$", ""))
          .thenComparing(tty -> name(tty).length())
          .thenComparing(SerialInventory::name);

  private final Path root;

  public SerialInventory() {
    this(Path.of("/"));
  }

  /** Reads {@code sys} and {@code dev} below another root, such as a container's or a test's. */
  public SerialInventory(Path root) {
    this.root = root;
  }

  /** The ports that have hardware behind them, by family and number. */
  public List<SerialPortInfo> scan() throws IOException {
    Map<Path, Path> byId = links(root.resolve("dev/serial/by-id"));
    Map<Path, Path> byPath = links(root.resolve("dev/serial/by-path"));
    List<SerialPortInfo> ports = new ArrayList<>();
    for (Path tty : list(root.resolve("sys/class/tty"), BY_FAMILY_AND_NUMBER)) {
      Optional<Path> device = device(tty);
      if (device.isEmpty()) {
        continue; // a console, a pty, or unplugged meanwhile
      }
      Optional<UsbIdentity> usb = usb(device.get());
      if (usb.isPresent() || hasUart(tty)) {
        Path node = root.resolve("dev").resolve(name(tty));
        ports.add(
            new SerialPortInfo(
                node,
                Optional.ofNullable(byId.get(node)),
                Optional.ofNullable(byPath.get(node)),
                usb));
      }
    }
    return List.copyOf(ports);
  }

  private static Optional<Path> device(Path tty) throws IOException {
    try {
      return Optional.of(tty.resolve("device").toRealPath());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The kernel offers more ttyS than there are chips; type 0 is "none found". */
  private static boolean hasUart(Path tty) throws IOException {
    String type = attribute(tty, "type");
    return !type.isEmpty() && !type.equals("0");
  }

  /**
   * Walks from the port up to the interface, then the device, whose directories carry these files.
   */
  private Optional<UsbIdentity> usb(Path device) throws IOException {
    Path top = root.toRealPath();
    int interfaceNumber = 0;
    for (Path at = device;
        at != null && at.startsWith(top) && !at.equals(top);
        at = at.getParent()) {
      if (Files.exists(at.resolve("bInterfaceNumber"))) {
        interfaceNumber = hexadecimal(at, "bInterfaceNumber");
      }
      if (Files.exists(at.resolve("idVendor"))) {
        return Optional.of(
            new UsbIdentity(
                hexadecimal(at, "idVendor"),
                hexadecimal(at, "idProduct"),
                interfaceNumber,
                attribute(at, "manufacturer"),
                attribute(at, "product"),
                attribute(at, "serial")));
      }
    }
    return Optional.empty();
  }

  private static int hexadecimal(Path directory, String name) throws IOException {
    String text = attribute(directory, name);
    if (text.isEmpty()) {
      return 0; // unplugged meanwhile
    }
    try {
      return Integer.parseInt(text, 16);
    } catch (NumberFormatException e) {
      throw new IOException(directory.resolve(name) + ": not a hexadecimal number: " + text, e);
    }
  }

  private static String attribute(Path directory, String name) throws IOException {
    Path file = directory.resolve(name);
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(ATTRIBUTE_BYTES), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      if (Files.exists(file)) {
        throw e;
      }
      return ""; // no such attribute, or unplugged meanwhile: one port less must not hide the
      // others
    }
  }

  /** From node to link; of several links to one node the first by name. */
  private static Map<Path, Path> links(Path directory) throws IOException {
    Map<Path, Path> links = new HashMap<>();
    for (Path link : list(directory, Comparator.naturalOrder())) {
      if (Files.isSymbolicLink(link)) {
        Path node = directory.resolve(Files.readSymbolicLink(link)).normalize();
        links.putIfAbsent(node, link);
      }
    }
    return links;
  }

  private static List<Path> list(Path directory, Comparator<Path> order) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(entries::add);
    } catch (NoSuchFileException e) {
      return List.of(); // udev makes the link directories with the first port
    }
    entries.sort(order);
    return entries;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
