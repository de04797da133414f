package org.optihal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The effective user and all groups this process runs with, which may be older than what /etc/group
 * says today.
 */
record ProcessIdentity(int uid, Set<Integer> groups) {
  private static final int EFFECTIVE = 2; // after the key and the real id

  ProcessIdentity {
    groups = Set.copyOf(groups);
  }

  static ProcessIdentity read(Path proc) throws IOException {
    Path status = proc.resolve("self/status");
    Integer uid = null;
    Set<Integer> groups = new HashSet<>();
    for (String line : Files.readAllLines(status)) {
      String[] words = line.strip().split("\\s+", -1);
      switch (words[0]) {
        case "Uid:" -> uid = Integer.parseUnsignedInt(words[EFFECTIVE]);
        case "Gid:" -> groups.add(Integer.parseUnsignedInt(words[EFFECTIVE]));
        case "Groups:" -> {
          for (int i = 1; i < words.length; i++) {
            groups.add(Integer.parseUnsignedInt(words[i]));
          }
        }
        default -> {}
      }
    }
    if (uid == null) {
      throw new IOException(status + ": no Uid line");
    }
    return new ProcessIdentity(uid, groups);
  }
}
