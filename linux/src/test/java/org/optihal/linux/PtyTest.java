package org.optihal.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("pty")
@Timeout(60)
class PtyTest {
  @TempDir private Path directory;

  @Test
  void everyByteValuePassesUnchangedAndWithoutEcho() throws IOException {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (Pty pty = Pty.open();
        Descriptor client = Descriptor.open(pty.slavePath())) {
      byte[] got = new byte[256];
      pty.master().write(all, 0, 256, soon());
      assertThat(client.read(got, 0, 256, soon())).isEqualTo(256);
      assertThat(got).isEqualTo(all);
      assertThat(pty.master().read(got, 0, 256, System.nanoTime() + 1_000_000)).isZero();
      client.write(all, 0, 256, soon());
      assertThat(pty.master().read(got, 0, 256, soon())).isEqualTo(256);
      assertThat(got).isEqualTo(all);
    }
  }

  @Test
  void clientsMayComeAndGo() throws IOException {
    try (Pty pty = Pty.open()) {
      for (byte i = 1; i < 4; i++) {
        byte[] got = new byte[4];
        try (Descriptor client = Descriptor.open(pty.slavePath())) {
          client.write(new byte[] {i}, 0, 1, soon());
        }
        assertThat(pty.master().read(got, 0, 4, soon())).isOne();
        assertThat(got[0]).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {9600, 115200, 460800})
  void theLineSpeedAStrangerSetIsSeen(int baud) throws Exception {
    try (Pty pty = Pty.open()) {
      assertThat(pty.lineSpeed()).as("as every new terminal").isEqualTo(38400);
      assertThat(stty(pty, baud)).isZero();
      assertThat(pty.lineSpeed()).isEqualTo(baud);
      pty.hangUp();
      assertThatThrownBy(pty::lineSpeed).isInstanceOf(GoneException.class);
    }
  }

  private static int stty(Pty pty, int baud) throws Exception {
    return new ProcessBuilder("stty", "-F", pty.slavePath().toString(), Integer.toString(baud))
        .inheritIO()
        .start()
        .waitFor();
  }

  @Test
  void aLinkLeadsToTheSlaveAndGoesWithIt() throws IOException {
    Path link = directory.resolve("laser");
    try (Pty pty = Pty.open()) {
      pty.linkTo(link);
      assertThat(Files.readSymbolicLink(link)).isEqualTo(pty.slavePath());
      Descriptor.open(link).close();
    }
    assertThat(link).doesNotExist();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aStaleLinkIsReplaced() throws IOException {
    Path link = directory.resolve("laser");
    Files.createSymbolicLink(link, Path.of("/dev/pts/gone"));
    try (Pty pty = Pty.open()) {
      pty.linkTo(link);
      assertThat(Files.readSymbolicLink(link)).isEqualTo(pty.slavePath());
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aFileIsNeverClobbered() throws IOException {
    Path file = Files.writeString(directory.resolve("laser"), "precious");
    try (Pty pty = Pty.open()) {
      assertThatThrownBy(() -> pty.linkTo(file)).isInstanceOf(FileAlreadyExistsException.class);
    }
    assertThat(file).hasContent("precious");
  }

  @Test
  void aLinkSomebodyElseTookOverIsLeftAlone() throws IOException {
    Path link = directory.resolve("laser");
    try (Pty first = Pty.open();
        Pty second = Pty.open()) {
      first.linkTo(link);
      second.linkTo(link);
      first.hangUp();
      assertThat(Files.readSymbolicLink(link)).isEqualTo(second.slavePath());
    }
    assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void afterAHangUpTheNodeIsGone() throws IOException {
    try (Pty pty = Pty.open()) {
      Path link = directory.resolve("laser");
      pty.linkTo(link);
      pty.hangUp();
      assertThat(pty.slavePath()).doesNotExist();
      assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
      assertThatThrownBy(() -> pty.linkTo(link)).isInstanceOf(GoneException.class);
      pty.hangUp();
    }
  }

  @Test
  void aThousandPtysLeakNothing() throws IOException {
    cycle(5);
    int before = Fds.count();
    cycle(1000);
    assertThat(Fds.count()).isEqualTo(before);
  }

  private static void cycle(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      Pty pty = Pty.open();
      pty.close();
      pty.close();
    }
  }

  @Test
  void theOwnerOfAnOpenNodeIsFoundByRealProc() throws Exception {
    try (Pty pty = Pty.open()) {
      assertThat(PortOwner.of(pty.slavePath())).as("we hold the other end").isEmpty();
      Path link = directory.resolve("laser");
      pty.linkTo(link);
      Process user =
          new ProcessBuilder("sleep", "60").redirectInput(pty.slavePath().toFile()).start();
      try {
        assertThat(PortOwner.of(link)).extracting(PortOwner::pid).containsExactly(user.pid());
        assertThat(PortOwner.of(link)).isEqualTo(PortOwner.of(pty.slavePath()));
      } finally {
        user.destroyForcibly().waitFor();
      }
    }
  }

  private static long soon() {
    return System.nanoTime() + 10_000_000_000L;
  }
}
