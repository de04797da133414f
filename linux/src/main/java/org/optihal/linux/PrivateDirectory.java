package org.optihal.linux;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Finds or makes a directory only we can write, on a file system code may be loaded from. */
final class PrivateDirectory {
  private static final int TYPE = 0170000;
  private static final int DIRECTORY = 0040000;
  private static final int STICKY = 01000;
  private static final int WRITABLE_BY_OTHERS = 0022;
  private static final int ANY_OTHERS = 0077;
  private static final int ROOT = 0;

  private final int uid;
  private final Mounts mounts;
  private final List<String> refusals = new ArrayList<>();

  PrivateDirectory(int uid, Mounts mounts) {
    this.uid = uid;
    this.mounts = mounts;
  }

  /** A directory below the first parent that will do. */
  Path below(List<Path> parents) throws IOException {
    for (Path parent : parents) {
      if (trusted(parent)) {
        return make(parent.toRealPath());
      }
    }
    throw new IOException(
        "no directory for native libraries ("
            + String.join("; ", refusals)
            + "): set -Djna.tmpdir and -DjSerialComm.library.path to directories that are not noexec");
  }

  private boolean trusted(Path parent) throws IOException {
    if (!parent.isAbsolute() || !Files.isDirectory(parent)) {
      return refused(parent, "is not an absolute path of a directory");
    }
    Path real = parent.toRealPath();
    int owner = attribute(real, "uid");
    int mode = attribute(real, "mode");
    if (owner != uid && owner != ROOT) {
      return refused(parent, "belongs to uid " + Integer.toUnsignedString(owner));
    }
    if ((mode & WRITABLE_BY_OTHERS) != 0 && (mode & STICKY) == 0) {
      return refused(parent, "can be rearranged by other users");
    }
    if (!Files.isWritable(real)) {
      return refused(parent, "is not writable");
    }
    if (mounts.noexec(real)) {
      return refused(parent, "is mounted noexec");
    }
    return true;
  }

  private boolean refused(Path parent, String why) {
    refusals.add(parent + " " + why);
    return false;
  }

  private Path make(Path parent) throws IOException {
    Path directory = parent.resolve("optihal-" + Integer.toUnsignedString(uid));
    try {
      Files.createDirectory(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      if (!ours(directory)) {
        // Somebody took the name: step aside. A new random name is as private, only not reused.
        return Files.createTempDirectory(parent, directory.getFileName() + "-");
      }
    }
    return directory;
  }

  /** A link planted under this name is not followed, so it is not a directory. */
  private boolean ours(Path directory) throws IOException {
    int mode = attribute(directory, "mode");
    return attribute(directory, "uid") == uid
        && (mode & TYPE) == DIRECTORY
        && (mode & ANY_OTHERS) == 0;
  }

  private static int attribute(Path path, String name) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }
}
