package org.optihal.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortOwnerTest {
  @TempDir private Path root;
  private Path proc;
  private Path node;

  @BeforeEach
  void makeTree() throws IOException {
    proc = Files.createDirectories(root.resolve("proc"));
    node = Files.createFile(root.resolve("ttyUSB0")).toRealPath();
    process(41, "minicom", node);
    process(7, "sshd", Path.of("socket:[123]"));
    Files.createDirectories(proc.resolve("sys"));
  }

  @Test
  void theProcessThatHasTheNodeOpenIsNamed() throws IOException {
    assertThat(PortOwner.of(node, proc)).containsExactly(new PortOwner(41, "minicom"));
  }

  @Test
  void aLinkToTheNodeIsTheNode() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("laser"), node);
    assertThat(PortOwner.of(link, proc)).containsExactly(new PortOwner(41, "minicom"));
  }

  @Test
  void aLockShowsAProcessWhoseFilesAreHidden() throws IOException {
    Path hidden = Files.createDirectories(proc.resolve("9"));
    Files.writeString(hidden.resolve("comm"), "optihal\n");
    String file = PortOwner.fileId(node);
    Files.writeString(
        proc.resolve("locks"),
        "1: POSIX  ADVISORY  WRITE 7 00:00:1 0 EOF\n"
            + ("2: FLOCK  ADVISORY  WRITE 9 " + file + " 0 EOF\n")
            + ("2: -> FLOCK  ADVISORY  WRITE 7 " + file + " 0 EOF\n")
            + ("3: FLOCK  ADVISORY  WRITE -1 " + file + " 0 EOF\n"));
    assertThat(PortOwner.of(node, proc))
        .containsExactly(new PortOwner(9, "optihal"), new PortOwner(41, "minicom"));
  }

  @Test
  void anAbsentNodeIsAnError() {
    assertThatThrownBy(() -> PortOwner.of(root.resolve("absent"), proc))
        .isInstanceOf(NoSuchFileException.class);
  }

  private void process(int pid, String command, Path open) throws IOException {
    Path fd = Files.createDirectories(proc.resolve(Integer.toString(pid)).resolve("fd"));
    Files.writeString(fd.resolveSibling("comm"), command + "\n");
    Files.createSymbolicLink(fd.resolve("0"), Path.of("pipe:[456]"));
    Files.createSymbolicLink(fd.resolve("5"), open);
  }
}
