package org.optihal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The node is a plain file; who we are and what we may are given, since tests often run as root.
 */
class AccessTest {
  @TempDir private Path root;
  private Path node;
  private String group;
  private int gid;

  @BeforeEach
  void makeTree() throws IOException {
    node = Files.createFile(root.resolve("ttyUSB0"));
    group = Files.readAttributes(node, PosixFileAttributes.class).group().getName();
    gid = (Integer) Files.getAttribute(node, "unix:gid");
    mode("rw-rw----");
    Files.createDirectories(root.resolve("proc/self"));
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/group"), group + ":x:" + gid + ":\n");
    runWithGroups("");
  }

  @Test
  void aUserOutsideTheGroupIsToldWhichToJoin() throws IOException {
    Access access = refused();
    assertThat(access.usable()).isFalse();
    assertThat(access.member()).isFalse();
    assertThat(access.group()).isEqualTo(group);
    assertThat(access.permissions()).isEqualTo("rw-rw----");
    assertThat(asDialout(access).groupToJoin()).contains("dialout");
    assertThat(asDialout(access).advice())
        .contains("usermod -aG dialout")
        .contains(node.toString());
  }

  @Test
  void aUserWhoJoinedAfterLoginIsToldToLogInAgain() throws IOException {
    Files.writeString(
        root.resolve("etc/group"), "adm:x:4:alice\n" + group + ":x:" + gid + ":bob,alice\n");
    Access access = refused();
    assertThat(access.listed()).isTrue();
    assertThat(asDialout(access).advice()).contains("log out and in").doesNotContain("usermod");
  }

  @Test
  void aMemberIsNotSentToJoinAgain() throws IOException {
    runWithGroups("4 " + gid + " 27");
    Access access = refused();
    assertThat(access.member()).isTrue();
    assertThat(asDialout(access).groupToJoin()).isEmpty();
    assertThat(asDialout(access).advice()).contains("udev");
  }

  @Test
  void joiningIsNoAdviceWhereTheGroupMayNotWriteEither() throws IOException {
    mode("rw-r-----");
    assertThat(asDialout(refused()).groupToJoin()).isEmpty();
    assertThat(asDialout(refused()).advice()).contains("udev");
  }

  @Test
  void nobodyIsToldToJoinRoot() {
    Access access = new Access(node, true, false, false, "root", "rw-rw----", false, false);
    assertThat(access.groupToJoin()).isEmpty();
  }

  @Test
  void anAbsentNodeIsSaidToBeAbsent() throws IOException {
    Access access = Access.of(root.resolve("ttyUSB9"));
    assertThat(access.exists()).isFalse();
    assertThat(access.usable()).isFalse();
    assertThat(access.advice()).contains("ttyUSB9").contains("does not exist");
  }

  @Test
  void aNodeOfOurOwnCanBeOpened() throws IOException {
    Access access = Access.of(node);
    assertThat(access.usable()).isTrue();
    assertThat(access.groupToJoin()).isEmpty();
    assertThat(access.advice()).endsWith("can be opened");
  }

  private Access refused() throws IOException {
    return Access.of(node, root, "alice", path -> false, path -> false);
  }

  /** The same finding for a group other than the one the test happens to run with. */
  private static Access asDialout(Access access) {
    return new Access(
        access.node(),
        access.exists(),
        access.readable(),
        access.writable(),
        "dialout",
        access.permissions(),
        access.member(),
        access.listed());
  }

  private void mode(String permissions) throws IOException {
    Files.setPosixFilePermissions(node, PosixFilePermissions.fromString(permissions));
  }

  private void runWithGroups(String groups) throws IOException {
    Files.writeString(
        root.resolve("proc/self/status"),
        "Name:\tjava\nUid:\t1000\t1000\t1000\t1000\nGid:\t54321\t54321\t54321\t54321\nGroups:\t"
            + groups
            + " \n");
  }
}
