package org.optihal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Why this process can or cannot open a device node.
 *
 * @param group owner group of the node, empty if the node is absent
 * @param permissions such as {@code rw-rw----}, empty if the node is absent
 * @param member whether this process runs with that group
 * @param listed whether /etc/group names our user in that group, so that a new login would be
 *     enough
 */
public record Access(
    Path node,
    boolean exists,
    boolean readable,
    boolean writable,
    String group,
    String permissions,
    boolean member,
    boolean listed) {
  private static final Set<PosixFilePermission> GROUP_READ_WRITE =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE);

  /** Looks at the node and at this process; opens nothing. */
  public static Access of(Path node) throws IOException {
    return of(
        node,
        Path.of("/"),
        System.getProperty("user.name", ""),
        Files::isReadable,
        Files::isWritable);
  }

  static Access of(
      Path node, Path root, String user, Predicate<Path> readable, Predicate<Path> writable)
      throws IOException {
    if (!Files.exists(node)) {
      return new Access(node, false, false, false, "", "", false, false);
    }
    PosixFileAttributes attributes = Files.readAttributes(node, PosixFileAttributes.class);
    int gid = (Integer) Files.getAttribute(node, "unix:gid", new LinkOption[0]);
    String group = attributes.group().getName();
    return new Access(
        node,
        true,
        readable.test(node),
        writable.test(node),
        group,
        PosixFilePermissions.toString(attributes.permissions()),
        ProcessIdentity.read(root.resolve("proc")).groups().contains(gid),
        isListed(root.resolve("etc/group"), group, user));
  }

  private static boolean isListed(Path file, String group, String user) throws IOException {
    if (!Files.isReadable(file)) {
      return false;
    }
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(":", -1); // name:password:gid:user,user
      if (fields.length == 4 && fields[0].equals(group)) {
        return Arrays.asList(fields[3].split(",", -1)).contains(user);
      }
    }
    return false;
  }

  public boolean usable() {
    return readable && writable;
  }

  /** The group that would open the node to this process, if joining one is what is missing. */
  public Optional<String> groupToJoin() {
    boolean opens =
        exists && PosixFilePermissions.fromString(permissions).containsAll(GROUP_READ_WRITE);
    // Root's own group opens far more than a port.
    boolean joinable = opens && !member && !group.equals("root");
    return usable() || !joinable ? Optional.empty() : Optional.of(group);
  }

  /** One line for a person: the state and what to do. */
  public String advice() {
    if (!exists) {
      return node + " does not exist: plug the device in, or check the path";
    }
    if (usable()) {
      return node + " can be opened";
    }
    String found = node + " is " + permissions + ", group " + group;
    return groupToJoin()
        .map(name -> found + ": " + (listed ? relogin(name) : join(name)))
        .orElse(found + ": change its owner or mode, for instance by a udev rule");
  }

  private static String relogin(String name) {
    return "your user is in group "
        + name
        + ", this process is older: log out and in, or restart the service";
  }

  private static String join(String name) {
    return "join the group (sudo usermod -aG "
        + name
        + " USER, or SupplementaryGroups="
        + name
        + " in the service), then log in again";
  }
}
