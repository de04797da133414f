package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scanning touches nothing; probing asks one free port, harmlessly. */
final class ScanCommandTest {
  @BeforeEach
  void forget() {
    FakeLaser.DIARY.clear();
  }

  @Test
  void listingOpensNothing() {
    CliRun run = CliRun.of("scan");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(FakeLaser.DIARY).isEmpty();
  }

  @Test
  void whoAnswersIsTold() {
    CliRun run = CliRun.of("scan", "--probe", "fake:ok", "--driver", "fake-laser");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "fake:ok  fake-laser  Lumen L?[2J1, serial SN7, firmware 1.0",
            "  for a bench file: {driver: fake-laser, links: {main: \"fake:ok\"}}");
    assertThat(FakeLaser.DIARY).containsExactly("open fake:ok", "close fake:ok");
  }

  @Test
  void whoAnswersIsAnObject() {
    CliRun run = CliRun.of("scan", "--json", "--probe", "fake:ok", "--driver", "fake-laser");
    assertThat(run.out())
        .isEqualTo(
            "{\"url\":\"fake:ok\",\"driver\":\"fake-laser\",\"identity\":{\"manufacturer\":\"Lumen\","
                + "\"model\":\"L\\u001B[2J1\",\"serial\":\"SN7\",\"firmware\":\"1.0\","
                + "\"more\":{\"grade\":\"A\"}}}\n");
  }

  @Test
  void aStrangerIsNotFound() {
    CliRun run = CliRun.of("scan", "--probe", "fake:other", "--driver", "fake-laser");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("[fake:other]", "asked as fake-laser");
    assertThat(FakeLaser.DIARY).containsExactly("open fake:other", "close fake:other");
  }

  @Test
  void aPortInUseIsNeverProbed(@TempDir Path dir) throws Exception {
    Path port = Files.writeString(dir.resolve("port"), "");
    try (InputStream user = Files.newInputStream(port)) {
      CliRun run = CliRun.of("scan", "--probe", port.toString());
      assertThat(run.code()).isEqualTo(4);
      assertThat(run.errLines()).hasSize(1);
      assertThat(run.err()).contains("pid " + ProcessHandle.current().pid());
      assertThat(user.read()).isEqualTo(-1);
    }
  }

  @Test
  void aPortThatIsNotThereIsNotFound() {
    CliRun run = CliRun.of("scan", "--probe", "/dev/nonexistent-port");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.errLines()).hasSize(1);
  }
}
