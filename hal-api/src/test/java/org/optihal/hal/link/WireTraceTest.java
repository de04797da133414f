package org.optihal.hal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.link.WireTrace.Direction;
import org.optihal.hal.link.WireTraceWriter.Redaction;

class WireTraceTest {
  private final VirtualClock clock = new VirtualClock();

  @Test
  void aRecordingReadsLikeTheDialogueItIs() throws Exception {
    StringBuilder text = new StringBuilder();
    clock.call(
        () -> {
          clock.sleep(Duration.ofSeconds(3));
          WireTraceWriter writer = new WireTraceWriter(text, clock, Redaction.NONE);
          writer.note("tx-laser/main", clock.nanos(), "opened\nat 9600");
          clock.sleep(Duration.ofMillis(1));
          writer.sent("tx-laser/main", clock.nanos(), new byte[] {9, 0, 0, 9}, 1, 2);
          clock.sleep(Duration.ofNanos(5_170_001));
          writer.received("tx-laser/main", clock.nanos(), new byte[] {0x54, 0}, 0, 2);
          writer.received("tx-laser/main", clock.nanos(), new byte[] {0, (byte) 0xfe}, 0, 2);
          return writer;
        });
    assertThat(text)
        .hasToString(
            """
            optihal-wire-trace 1
            # started 2026-01-01T00:00:03Z
            0.000000000 tx-laser/main # opened?at 9600
            0.001000000 tx-laser/main > 00 00
            0.006170001 tx-laser/main < 54 00
            0.006170001 tx-laser/main < 00 FE
            """);
    WireTrace trace = WireTrace.parse(text.toString());
    assertThat(trace.entries()).hasSize(4);
    assertThat(trace.entries().get(1).bytes()).containsExactly(0, 0);
    assertThat(trace.entries().get(3).bytes()).containsExactly(0, 0xfe);
    assertThat(trace.entries().get(3).nanos()).isEqualTo(6_170_001);
    assertThat(trace.of("other").entries()).isEmpty();
  }

  @Test
  void everythingComesBackAsItWas() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    StringBuilder text = new StringBuilder();
    WireTraceWriter writer = new WireTraceWriter(text, clock, Redaction.NONE);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[1 + random.nextInt(300)];
      random.nextBytes(bytes);
      String link = random.nextBoolean() ? "serial:///dev/a b%µ" : "tcp://h:1";
      if (random.nextBoolean()) {
        writer.sent(link, i, bytes, 0, bytes.length);
      } else {
        writer.received(link, i, bytes, 0, bytes.length);
      }
    }
    WireTrace trace = WireTrace.parse(text.toString());
    assertThat(WireTrace.parse(trace.format())).isEqualTo(trace);
    assertThat(trace.entries()).hasSize(300);
    assertThat(trace.entries()).extracting(WireTrace.Entry::link).contains("serial:///dev/a b%µ");
  }

  @Test
  void longTransfersTakeSeveralLines() throws IOException {
    StringBuilder text = new StringBuilder();
    WireTraceWriter writer = new WireTraceWriter(text, clock, Redaction.NONE);
    writer.sent("x", 5, new byte[2500], 0, 2500);
    assertThat(WireTrace.parse(text.toString()).entries())
        .extracting(WireTrace.Entry::length)
        .containsExactly(1024, 1024, 452);
  }

  @Test
  void secretsAreKeptBackAndMatchAnything() throws IOException {
    StringBuilder text = new StringBuilder();
    Redaction second =
        (link, direction, bytes) -> {
          BitSet secret = new BitSet();
          if (direction == Direction.TO_DEVICE) {
            secret.set(1);
          }
          return secret;
        };
    WireTraceWriter writer = new WireTraceWriter(text, clock, second);
    writer.sent("x", 5, new byte[] {1, 2, 3}, 0, 3);
    writer.received("x", 5, new byte[] {1, 2, 3}, 0, 3);
    assertThat(text).contains("> 01 ** 03").contains("< 01 02 03");
    WireTrace.Entry sent = WireTrace.parse(text.toString()).entries().get(0);
    assertThat(sent.isRedacted()).isTrue();
    assertThat(sent.matches(1, (byte) 99)).isTrue();
    assertThat(sent.matches(2, (byte) 99)).isFalse();
    assertThatThrownBy(sent::bytes).hasMessageContaining("keeps bytes back");
  }

  @Test
  void onlyTheOwnerCanReadARecording(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("a.trace");
    try (WireTraceWriter writer = WireTraceWriter.create(file, clock, Redaction.NONE)) {
      writer.sent("x", 5, new byte[] {1}, 0, 1);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(WireTrace.read(file).entries()).hasSize(1);
    assertThatThrownBy(() -> WireTraceWriter.create(file, clock, Redaction.NONE))
        .isInstanceOf(HalException.class)
        .hasMessageContaining("exists already");
  }

  @Test
  void aFullDiskEndsTheRecordingAndNotTheTraffic() throws IOException {
    class FullDisk implements Appendable, AutoCloseable {
      int left = 3;

      @Override
      public Appendable append(CharSequence s) throws IOException {
        if (--left < 0) {
          throw new IOException("No space left on device");
        }
        return this;
      }

      @Override
      public Appendable append(CharSequence s, int start, int end) throws IOException {
        return append(s);
      }

      @Override
      public Appendable append(char c) throws IOException {
        return append("c");
      }

      @Override
      public void close() {}
    }
    WireTraceWriter writer = new WireTraceWriter(new FullDisk(), clock, Redaction.NONE);
    writer.sent("x", 5, new byte[] {1}, 0, 1);
    writer.sent("x", 6, new byte[] {1}, 0, 1);
    assertThatThrownBy(writer::close).hasMessageContaining("No space left");
    writer.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1 x > 00 | write '<seconds",
        "0.000000000 x = 00 | write '<seconds",
        "-1.000000000 x > 00 | write '<seconds",
        "9999999999.000000000 x > 00 | write '<seconds",
        "0.000000000 x > 0 | two hexadecimal digits",
        "0.000000000 x > 0000 | two hexadecimal digits",
        "0.000000000 x > 00  00 | two hexadecimal digits",
        "0.000000000 x > 0g | two hexadecimal digits",
        "0.000000000 x > *0 | two hexadecimal digits",
        "0.000000000 x > | two hexadecimal digits",
        "0.000000000 x%2 > 00 | followed by two hexadecimal digits",
        "0.000000000 x%zz > 00 | followed by two hexadecimal digits",
        "0.000000000 é > 00 | ASCII",
        "garbage | write '<seconds",
      })
  void wrongLinesAreNamed(String line, String why) {
    assertThatThrownBy(() -> WireTrace.parse("optihal-wire-trace 1\n# fine\n\n" + line + "\n"))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessageContaining("line 4")
        .hasMessageContaining(why);
  }

  @Test
  void otherFilesAndOtherVersionsAreRefused() {
    assertThatThrownBy(() -> WireTrace.parse("")).hasMessageContaining("line 1");
    assertThatThrownBy(() -> WireTrace.parse("optihal-wire-trace 2\n"))
        .hasMessageContaining("the first line must be");
  }

  @Test
  void lengthIsBounded() {
    String header = "optihal-wire-trace 1\n";
    assertThatThrownBy(() -> WireTrace.parse("x".repeat(100_000)))
        .hasMessageContaining("line 1")
        .hasMessageContaining("longer than");
    assertThatThrownBy(() -> WireTrace.parse(header + "0.000000000 x > " + "00 ".repeat(2000)))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> WireTrace.parse(header + "0.000000000 x #\n".repeat(1_000_001)))
        .hasMessageContaining("more than 1000000 entries");
  }

  @Test
  void entriesAreWellFormedHoweverTheyAreMade() {
    assertThatThrownBy(() -> new WireTrace.Entry(0, "x", Direction.TO_DEVICE, "0"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new WireTrace.Entry(0, "x", Direction.TO_DEVICE, "fe").text()).isEqualTo("FE");
  }
}
