package org.optihal.node.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExperimentFilesTest {
  @TempDir Path dir;

  @BeforeEach
  void write() throws Exception {
    for (String name : List.of("wu-multicore-25km.yaml", "mao-66km.yaml", "notes.txt")) {
      Files.writeString(dir.resolve(name), "");
    }
  }

  @Test
  void filesAreFoundByTheirNames() {
    ExperimentFiles files = new ExperimentFiles(dir);

    assertThat(files.named("mao-66km")).isEqualTo(dir.resolve("mao-66km.yaml"));
    assertThat(files.all())
        .extracting(ExperimentFiles::name)
        .containsExactly("mao-66km", "wu-multicore-25km");
  }

  @Test
  void aNameThatIsNearlyRightIsSuggested() {
    ExperimentFiles files = new ExperimentFiles(dir);

    assertThatThrownBy(() -> files.named("wu-multicor-25km"))
        .hasMessageContaining("did you mean wu-multicore-25km?");
    assertThatThrownBy(() -> files.named("mao")).hasMessageContaining("did you mean mao-66km?");
    assertThatThrownBy(() -> files.named("zzz")).hasMessageContaining("experiment list");
  }

  @Test
  void aNameCannotLeaveTheDirectory() {
    assertThat(ExperimentFiles.isPath("../mao-66km")).isTrue();
    assertThatThrownBy(() -> new ExperimentFiles(dir).named("..")).hasMessageContaining("no exp");
  }

  @Test
  void theProgramFindsTheBenchesBesideIt() {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("project.root")));

    assertThat(ExperimentFiles.installed().all())
        .allSatisfy(f -> assertThat(f.getParent()).isEqualTo(root.resolve("benches")))
        .isNotEmpty();
  }
}
