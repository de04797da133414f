package org.optihal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Wire;
import org.optihal.hal.bench.WireEnd;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;

class BenchFilesAreLoadedTest {
  @TempDir Path directory;

  private void refused(Path file, Kind kind, String message) {
    assertThatThrownBy(() -> BenchFile.load(file, FakeDriver.drivers()))
        .isInstanceOfSatisfying(
            HalException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e).hasMessage(message);
            });
  }

  @Test
  void theFirstBenchOfANewcomerIsRight() {
    Path file = Path.of(System.getProperty("project.root"), "benches/first-light.yaml");

    Bench bench = BenchFile.load(file, FakeDriver.drivers());

    assertThat(bench.devices().keySet()).containsExactly("tx-laser", "lo-laser");
    assertThat(bench.devices().values())
        .allSatisfy(
            d -> {
              assertThat(d.driver()).isEqualTo("itla");
              assertThat(d.links().keySet()).containsExactly("main");
              assertThat(d.links().values())
                  .allSatisfy(url -> assertThat(url.target()).startsWith("/dev/serial/by-id/"));
              assertThat(d.options()).isEmpty();
            });
    assertThat(bench.wiring())
        .hasSize(2)
        .allSatisfy(BenchFilesAreLoadedTest::endsOutsideUnderACeiling);
  }

  private static void endsOutsideUnderACeiling(Wire wire) {
    assertThat(wire.ends().get(1))
        .isInstanceOfSatisfying(
            WireEnd.Outside.class, outside -> assertThat(outside.maxPower()).isPresent());
  }

  @Test
  void messagesNameTheFileAsItWasGiven() throws IOException {
    Path file = Files.writeString(directory.resolve("x.yaml"), "version: 2\ndevices: {}\n");

    refused(
        file,
        Kind.CONFIGURATION,
        file + ":1:10: version '2' is not known; this program reads version 1");
  }

  @Test
  void aMissingFileIsNotFound() {
    Path file = directory.resolve("none.yaml");

    refused(file, Kind.NOT_FOUND, "there is no bench file " + file);
  }

  @Test
  void aDirectoryIsNoBenchFile() {
    refused(directory, Kind.CONFIGURATION, directory + " is a directory, not a bench file");
  }

  @Test
  void aHugeFileIsNotReadToItsEnd() throws IOException {
    Path file = directory.resolve("huge.yaml");
    Files.write(file, new byte[(1 << 20) + 1]);

    refused(file, Kind.CONFIGURATION, file + ":1:1: the file is larger than 1 MiB");
  }

  @Test
  void bytesThatAreNoTextAreTold() throws IOException {
    Path file = directory.resolve("latin.yaml");
    Files.write(file, "node: m\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));

    refused(file, Kind.CONFIGURATION, file + ":1:1: the file is not UTF-8 text");
  }

  @Test
  void readingTwiceGivesTheSame() throws IOException {
    Path file = Files.writeString(directory.resolve("g.yaml"), BenchFileReadsEveryKeyTest.golden());

    assertThat(BenchFile.load(file, FakeDriver.drivers(), LinksRequired.NO, List.of()))
        .isEqualTo(BenchFile.load(file, FakeDriver.drivers()));
  }
}
