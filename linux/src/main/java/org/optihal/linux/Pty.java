package org.optihal.linux;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A pseudo terminal in raw mode: we are the instrument on the master, a client opens {@link
 * #slavePath} as its port.
 */
public final class Pty implements Closeable {
  private static final int TERMIOS_BYTES =
      256; // 60 are used; sparing them is not worth an overrun elsewhere

  // struct termios2 of asm-generic (x86, ARM, RISC-V): 44 bytes, the true output speed last.
  private static final NativeLong TCGETS2 = new NativeLong(0x802C542AL, true);
  private static final int OUTPUT_SPEED = 40;

  private final Descriptor master;
  private final Path slavePath;
  private final List<Path> links = new ArrayList<>();
  private int slave;

  private Pty(Descriptor master, int slave, Path slavePath) {
    this.master = master;
    this.slave = slave;
    this.slavePath = slavePath;
  }

  /** Opens a pair; the slave is in raw mode before anybody can learn its name. */
  public static Pty open() throws IOException {
    int flags = Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_CLOEXEC;
    int fd = Libc.posix_openpt(flags);
    if (fd < 0) {
      throw Libc.failure("posix_openpt", "pty");
    }
    int slave = -1;
    try {
      String name = unlock(fd);
      slave = Libc.open(name, flags);
      if (slave < 0) {
        throw Libc.failure("open", name);
      }
      makeRaw(slave, name);
      return new Pty(Descriptor.of(fd), slave, Path.of(name));
    } catch (IOException e) {
      if (slave >= 0) {
        Libc.close(slave);
      }
      Libc.close(fd);
      throw e;
    }
  }

  private static String unlock(int fd) throws IOException {
    if (Libc.grantpt(fd) != 0) {
      throw Libc.failure("grantpt", "pty");
    }
    if (Libc.unlockpt(fd) != 0) {
      throw Libc.failure("unlockpt", "pty");
    }
    byte[] name = new byte[64];
    if (Libc.ptsname_r(fd, name, name.length) != 0) {
      throw Libc.failure("ptsname_r", "pty");
    }
    return Native.toString(name);
  }

  private static void makeRaw(int slave, String name) throws IOException {
    try (Memory termios = new Memory(TERMIOS_BYTES)) {
      if (Libc.tcgetattr(slave, termios) != 0) {
        throw Libc.failure("tcgetattr", name);
      }
      Libc.cfmakeraw(termios);
      if (Libc.tcsetattr(slave, 0, termios) != 0) {
        throw Libc.failure("tcsetattr", name);
      }
    }
  }

  public Descriptor master() {
    return master;
  }

  /** The node a client opens, such as {@code /dev/pts/7}. */
  public Path slavePath() {
    return slavePath;
  }

  /**
   * Makes a symbolic link to the slave, replacing another link but never anything else; it goes
   * with the pty.
   *
   * @throws FileAlreadyExistsException when the name belongs to something that is not a symbolic
   *     link
   */
  public synchronized void linkTo(Path link) throws IOException {
    if (slave < 0 || !master.isOpen()) {
      throw new GoneException(slavePath + ": closed");
    }
    try {
      Files.createSymbolicLink(link, slavePath);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isSymbolicLink(link)) {
        throw new FileAlreadyExistsException(
            link.toString(), null, "not a symbolic link, left alone");
      }
      replace(link);
    }
    links.add(link);
  }

  private void replace(Path link) throws IOException {
    // The slave's number is unique among living ptys, so this name is ours.
    Path fresh = link.resolveSibling("." + link.getFileName() + ".pts" + slavePath.getFileName());
    if (Files.isSymbolicLink(fresh)) {
      Files.delete(fresh);
    }
    Files.createSymbolicLink(fresh, slavePath);
    try {
      Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.delete(fresh);
      throw e;
    }
  }

  /**
   * The baud rate the client has set, 0 if it asked for a hang-up.
   *
   * @throws GoneException after {@link #hangUp}
   */
  public synchronized int lineSpeed() throws IOException {
    if (slave < 0) {
      throw new GoneException(slavePath + ": closed");
    }
    try (Memory termios2 = new Memory(TERMIOS_BYTES)) {
      if (Libc.ioctl(slave, TCGETS2, termios2) != 0) {
        throw Libc.failure("TCGETS2", slavePath.toString());
      }
      return termios2.getInt(OUTPUT_SPEED);
    }
  }

  /** The unplug: links that still point here go away, clients read end of file and cannot write. */
  public synchronized void hangUp() throws IOException {
    try {
      for (Path link : links) {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(slavePath)) {
          Files.deleteIfExists(link);
        }
      }
    } finally {
      links.clear();
      master.close();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      hangUp();
    } finally {
      if (slave >= 0) {
        Libc.close(slave);
        slave = -1;
      }
    }
  }
}
