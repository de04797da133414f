package org.optihal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class FdsTest {
  @Test
  void anOpenFileCountsAsOne() throws IOException {
    try (FileChannel warm = FileChannel.open(Path.of("/dev/null"), StandardOpenOption.READ)) {
      int before = Fds.count();
      try (FileChannel one = FileChannel.open(Path.of("/dev/null"), StandardOpenOption.READ)) {
        assertThat(Fds.count()).isEqualTo(before + 1);
      }
      assertThat(Fds.count()).isEqualTo(before);
    }
  }
}
