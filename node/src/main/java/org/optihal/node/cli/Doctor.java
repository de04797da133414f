package org.optihal.node.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.linux.Access;
import org.optihal.linux.Natives;
import org.optihal.linux.PortOwner;
import org.optihal.linux.SerialInventory;
import org.optihal.linux.SerialPortInfo;
import org.optihal.linux.TimerSlack;

/** Looks at what a bench needs of this machine; opens no port and sends nothing. */
final class Doctor {
  private final Path root;

  /**
   * @param root below which {@code proc}, {@code sys} and {@code dev} are
   */
  Doctor(Path root) {
    this.root = root;
  }

  Finding java() {
    return Finding.ok(
        "java",
        Runtime.version()
            + ", "
            + System.getProperty("java.vendor")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
  }

  /** Loads the native parts of both libraries, from where they will be loaded at work. */
  List<Finding> natives() {
    try {
      Natives.prepare();
    } catch (IOException e) {
      return List.of(
          Finding.mend("natives", e.toString(), "without them serial ports cannot be used"));
    }
    return List.of(
        load("native JNA", "jna.tmpdir", "jna.boot.library.path", TimerSlack::get),
        load(
            "native jSerialComm",
            "jSerialComm.library.path",
            "java.io.tmpdir",
            () -> Class.forName("com.fazecast.jSerialComm.SerialPort")));
  }

  /** Something that loads native code. */
  @FunctionalInterface
  private interface Load {
    Object run() throws IOException, ClassNotFoundException;
  }

  private static Finding load(String subject, String property, String fallback, Load load) {
    String directory = System.getProperty(property, System.getProperty(fallback, ""));
    try {
      load.run();
      return Finding.ok(subject, "loaded from " + directory);
    } catch (IOException | ClassNotFoundException | LinkageError e) {
      return Finding.mend(
          subject,
          "cannot be loaded from " + directory + ": " + e.getMessage(),
          "set -D" + property + "=DIR to a directory on a file system without noexec");
    }
  }

  /** It opens new serial ports and talks to them, unasked. */
  Finding modemManager() throws IOException {
    try (DirectoryStream<Path> processes =
        Files.newDirectoryStream(root.resolve("proc"), "[0-9]*")) {
      for (Path p : processes) {
        if (isModemManager(p.resolve("comm"))) {
          return Finding.hint(
              "ModemManager",
              "runs as pid " + p.getFileName() + " and may talk to serial ports when they appear",
              "stop it (systemctl disable --now ModemManager), or let a udev rule set"
                  + " ENV{ID_MM_DEVICE_IGNORE}=\"1\" for your adapters");
        }
      }
    }
    return Finding.ok("ModemManager", "does not run");
  }

  private static boolean isModemManager(Path comm) throws IOException {
    try {
      return Files.readString(comm).strip().equals("ModemManager");
    } catch (IOException e) {
      if (Files.exists(comm)) {
        throw e;
      }
      return false; // ended meanwhile
    }
  }

  /** Each serial port with hardware behind it. */
  List<Finding> ports() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (SerialPortInfo p : new SerialInventory(root).scan()) {
      findings.addAll(serial(p.path().toString(), p.stablePath().orElse(p.path())));
    }
    return findings;
  }

  /** Each link of a bench. */
  List<Finding> links(Bench bench) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (var device : bench.devices().entrySet()) {
      for (var link : device.getValue().links().entrySet()) {
        findings.addAll(link(device.getKey() + "/" + link.getKey(), link.getValue()));
      }
    }
    return findings;
  }

  private List<Finding> link(String subject, DeviceUrl url) throws IOException {
    return url.scheme().equals("serial")
        ? serial(subject, root.resolve(url.target().substring(1)))
        : List.of(Finding.ok(subject, url + " is not looked at before it is used"));
  }

  private List<Finding> serial(String subject, Path path) throws IOException {
    Access access = Access.of(path);
    if (!access.exists()) {
      return List.of(
          Finding.mend(
              subject, path + " does not exist", "plug the device in, or check 'optihal scan'"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        access.usable()
            ? Finding.ok(subject, access.advice())
            : Finding.mend(subject, "no permission for " + path, access.advice()));
    List<PortOwner> users = PortOwner.of(path);
    if (!users.isEmpty()) {
      findings.add(
          Finding.mend(
              subject,
              path + " is in use by " + PortOwner.list(users),
              "stop that program, unless it is the one that shall have the port"));
    }
    if (path.getFileName().toString().matches("tty(USB|ACM)[0-9]+")) {
      findings.add(
          Finding.hint(
              subject,
              path + " is a name that changes with the order of plugging",
              "use the name under /dev/serial/by-id that 'optihal scan' shows"));
    }
    latency(subject, path.toRealPath()).forEach(findings::add);
    return findings;
  }

  /** FTDI chips collect bytes for this time before they pass them on. */
  private List<Finding> latency(String subject, Path node) throws IOException {
    Path timer =
        root.resolve("sys/bus/usb-serial/devices")
            .resolve(node.getFileName().toString())
            .resolve("latency_timer");
    if (!Files.isReadable(timer)) {
      return List.of();
    }
    String milliseconds = Files.readString(timer).strip();
    return List.of(
        Finding.ok(
            subject, "latency timer " + milliseconds + " ms; opening the port sets it to 1 ms"));
  }
}
