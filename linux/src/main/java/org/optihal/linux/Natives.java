package org.optihal.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Makes JNA and jSerialComm load their native code from where no other user can put any. */
public final class Natives {
  private static final String JNA_DIRECTORY = "jna.tmpdir";
  private static final String JNA_LIBRARY = "jna.boot.library.path";
  private static final String SERIAL_LIBRARY = "jSerialComm.library.path";
  private static final String SERIAL_APPLICATION = "fazecast.jSerialComm.appid";

  /**
   * The Linux builds in the jSerialComm jar; it tries them in turn below its library path, as it
   * does in its jar.
   */
  private static final List<String> ARCHITECTURES =
      List.of("x86_64", "x86", "armv5", "armv6hf", "armv7hf", "armv8_32", "armv8_64", "ppc64le");

  private static boolean prepared;

  /**
   * Sets the properties that name the directories, unless they are set already; call it before the
   * first use of either library. Without effect off Linux.
   *
   * @throws IOException if no directory is both private and executable; the message says what to
   *     set
   */
  public static synchronized void prepare() throws IOException {
    if (!prepared && System.getProperty("os.name", "").startsWith("Linux")) {
      Path proc = Path.of("/proc");
      PrivateDirectory directory =
          new PrivateDirectory(ProcessIdentity.read(proc).uid(), Mounts.read(proc));
      List<Path> parents =
          Stream.of(System.getenv("XDG_RUNTIME_DIR"), System.getProperty("java.io.tmpdir"))
              .filter(name -> name != null && !name.isEmpty())
              .map(Path::of)
              .toList();
      prepare(
          System.getProperties(), () -> directory.below(parents), Natives.class.getClassLoader());
      prepared = true;
    }
  }

  /** Makes the directory, called at most once and only if something needs it. */
  interface DirectorySource {
    Path get() throws IOException;
  }

  static void prepare(Properties properties, DirectorySource source, ClassLoader loader)
      throws IOException {
    boolean jna = !isSet(properties, JNA_DIRECTORY) && !isSet(properties, JNA_LIBRARY);
    boolean serial =
        !isSet(properties, SERIAL_LIBRARY) && serialLibraries(loader).findAny().isPresent();
    if (jna || serial) {
      Path directory = source.get();
      if (jna) {
        properties.setProperty(JNA_DIRECTORY, directory.toString());
      }
      if (serial) {
        unpackSerial(loader, directory);
        properties.setProperty(SERIAL_LIBRARY, directory.toString());
      }
    }
    // jSerialComm sweeps <java.io.tmpdir>/jSerialComm/<application> when it loads and when the JVM
    // ends, through planted
    // links too, and runs what it finds there if its library path fails. Nobody can plant under a
    // name he cannot guess.
    if (!isSet(properties, SERIAL_APPLICATION)) {
      byte[] name = new byte[16];
      new SecureRandom().nextBytes(name);
      properties.setProperty(SERIAL_APPLICATION, "optihal-" + HexFormat.of().formatHex(name));
    }
  }

  private static boolean isSet(Properties properties, String name) {
    return !properties.getProperty(name, "").isEmpty();
  }

  private static Stream<String> serialLibraries(ClassLoader loader) {
    return ARCHITECTURES.stream()
        .map(architecture -> "Linux/" + architecture + "/libjSerialComm.so")
        .filter(resource -> loader.getResource(resource) != null);
  }

  private static void unpackSerial(ClassLoader loader, Path directory) throws IOException {
    for (String resource : serialLibraries(loader).toList()) {
      try (InputStream in = loader.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException(resource + ": cannot be read from the class path");
        }
        unpack(in.readAllBytes(), directory.resolve(resource));
      }
    }
  }

  /** Replaces by renaming: another process of ours may be running the old file. */
  private static void unpack(byte[] content, Path file) throws IOException {
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "fresh", ".so");
    Files.write(fresh, content);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Natives() {}
}
