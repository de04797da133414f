package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optihal.hal.link.WireTrace;

/** The bytes of a reading can be seen and kept. */
final class TraceCommandTest {
  @Test
  void bytesAreShown() {
    CliRun run = CliRun.fake("trace", "fake:ok", "frequency");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(WireTrace.parse(run.out()).entries())
        .extracting(WireTrace.Entry::link, WireTrace.Entry::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("device/main", "01 02"),
            org.assertj.core.groups.Tuple.tuple("device/main", "FF"));
  }

  @Test
  void aTraceFileIsForItsOwnerAlone(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("wire.trace");
    CliRun run = CliRun.fake("trace", "fake:ok", "--out", file.toString(), "frequency");
    assertThat(run).isEqualTo(new CliRun(0, "", ""));
    assertThat(WireTrace.read(file).entries()).hasSize(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void anExistingFileIsNotOverwritten(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("wire.trace"), "keep");
    CliRun run = CliRun.fake("trace", "fake:ok", "--out", file.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(file).hasContent("keep");
  }

  @Test
  void aDirectoryThatIsNotThereIsOneLine() {
    CliRun run = CliRun.fake("trace", "fake:ok", "--out", "/nonexistent/wire.trace");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("/nonexistent/wire.trace");
  }
}
