package org.optihal.hal.link;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.error.HalException;

/**
 * What went over one or more links, in the order in which it was heard. As text, one line each:
 *
 * <pre>
 * optihal-wire-trace 1
 * # a comment
 * 0.000000000 tx-laser/main # opened
 * 0.001000000 tx-laser/main &gt; 00 00 00 00
 * 0.006170000 tx-laser/main &lt; 54 00 00 10
 * </pre>
 *
 * <p>{@code >} goes to the device, {@code <} comes from it, {@code #} is a note; {@code **} stands
 * for a byte that was kept back. Times are seconds since the start of the recording; blanks and
 * percent signs in link names are written as {@code %20} and {@code %25}.
 *
 * @param entries in the order heard
 */
public record WireTrace(List<Entry> entries) {
  static final String HEADER = "optihal-wire-trace 1";

  /** Most bytes on one line; longer transfers take several lines of one time. */
  static final int BYTES_PER_LINE = 1024;

  private static final int MAX_LINE = 4096;
  private static final int MAX_ENTRIES = 1_000_000;
  private static final String HIDDEN = "**";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Pattern LINE =
      Pattern.compile("(\\d{1,9}\\.\\d{9}) (\\S{1,512}) ([><#])(?: (.*))?");
  private static final Pattern BYTES =
      Pattern.compile("(?:[0-9A-Fa-f]{2}|\\*\\*)(?: (?:[0-9A-Fa-f]{2}|\\*\\*))*+");

  /** What a line says. */
  public enum Direction {
    TO_DEVICE('>'),
    FROM_DEVICE('<'),
    NOTE('#');

    private final char sign;

    Direction(char sign) {
      this.sign = sign;
    }

    private static Direction of(char sign) {
      return sign == '>' ? TO_DEVICE : sign == '<' ? FROM_DEVICE : NOTE;
    }
  }

  /**
   * One transfer or note.
   *
   * @param nanos since the start of the recording
   * @param link its name
   * @param direction which way, or a note
   * @param text bytes in hex with blanks between, or the note
   */
  public record Entry(long nanos, String link, Direction direction, String text) {
    public Entry {
      if (nanos < 0 || (direction != Direction.NOTE && !BYTES.matcher(text).matches())) {
        throw new IllegalArgumentException("no entry of a trace: " + nanos + " ns, " + text);
      }
      if (direction != Direction.NOTE) {
        text = text.toUpperCase(Locale.ROOT);
      }
    }

    /** Bytes in hex; those at the positions in {@code hidden} are kept back. */
    static String hex(byte[] bytes, int offset, int length, BitSet hidden) {
      StringBuilder s = new StringBuilder(3 * length);
      for (int i = offset; i < offset + length; i++) {
        s.append(i > offset ? " " : "");
        if (hidden.get(i)) {
          s.append(HIDDEN);
        } else {
          HEX.toHexDigits(s, bytes[i]);
        }
      }
      return s.toString();
    }

    /** Whether it is a transfer, not a note. */
    public boolean isTransfer() {
      return direction != Direction.NOTE;
    }

    /** Whether bytes were kept back. */
    public boolean isRedacted() {
      return isTransfer() && text.contains(HIDDEN);
    }

    /** Number of bytes; none in a note. */
    public int length() {
      return isTransfer() ? (text.length() + 1) / 3 : 0;
    }

    /** Whether {@code actual} can be byte {@code index}; what was kept back can be anything. */
    public boolean matches(int index, byte actual) {
      String two = text.substring(3 * index, 3 * index + 2);
      return two.equals(HIDDEN) || (byte) HexFormat.fromHexDigits(two) == actual;
    }

    /**
     * The bytes of a transfer.
     *
     * @throws HalException CONFIGURATION when some were kept back
     */
    public byte[] bytes() {
      if (isRedacted()) {
        throw HalException.configuration("the trace keeps bytes back: " + text);
      }
      return isTransfer() ? HEX.parseHex(text.replace(" ", "")) : new byte[0];
    }

    /** The line in a file. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d.%09d %s %c%s",
          nanos / 1_000_000_000,
          nanos % 1_000_000_000,
          escaped(link),
          direction.sign,
          text.isEmpty() ? "" : " " + text);
    }
  }

  public WireTrace {
    entries = List.copyOf(entries);
  }

  /** The transfers and notes of one link. */
  public WireTrace of(String link) {
    return new WireTrace(entries.stream().filter(e -> e.link.equals(link)).toList());
  }

  /** The whole text, with its header. */
  public String format() {
    StringBuilder s = new StringBuilder(HEADER).append('\n');
    entries.forEach(e -> s.append(e).append('\n'));
    return s.toString();
  }

  /**
   * Reads a text.
   *
   * @throws HalException CONFIGURATION naming the line
   */
  public static WireTrace parse(String text) {
    try {
      return read(new StringReader(text), "wire trace");
    } catch (IOException e) {
      throw new AssertionError("a string cannot fail to be read", e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws HalException CONFIGURATION naming file and line
   */
  public static WireTrace read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads lines up to the end.
   *
   * @param source for messages
   * @throws HalException CONFIGURATION naming source and line
   */
  public static WireTrace read(Reader in, String source) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int number = 1;
    String line = line(in, source, number);
    if (line == null || !line.equals(HEADER)) {
      throw wrong(source, 1, "the first line must be '" + HEADER + "'");
    }
    while ((line = line(in, source, ++number)) != null) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (entries.size() == MAX_ENTRIES) {
        throw wrong(source, number, "more than " + MAX_ENTRIES + " entries");
      }
      entries.add(entry(line, source, number));
    }
    return new WireTrace(entries);
  }

  private static Entry entry(String line, String source, int number) {
    Matcher m = LINE.matcher(line);
    if (!m.matches()) {
      throw wrong(source, number, "write '<seconds with 9 decimals> <link> > 00 11', < or #");
    }
    long nanos = new BigDecimal(m.group(1)).movePointRight(9).longValueExact();
    String link = unescaped(m.group(2), source, number);
    Direction direction = Direction.of(m.group(3).charAt(0));
    String text = m.group(4) == null ? "" : m.group(4);
    if (direction != Direction.NOTE && !BYTES.matcher(text).matches()) {
      throw wrong(source, number, "bytes are two hexadecimal digits each, with one blank between");
    }
    return new Entry(nanos, link, direction, text);
  }

  /** The next line without its end, or null; never more than {@link #MAX_LINE} characters. */
  private static @Nullable String line(Reader in, String source, int number) throws IOException {
    StringBuilder s = new StringBuilder();
    while (true) {
      int c = in.read();
      if (c == '\n' || (c < 0 && s.length() > 0)) {
        return s.toString();
      }
      if (c < 0) {
        return null;
      }
      if (s.length() == MAX_LINE) {
        throw wrong(source, number, "longer than " + MAX_LINE + " characters");
      }
      s.append((char) c);
    }
  }

  private static HalException wrong(String source, int number, String why) {
    return HalException.configuration(source + ", line " + number + ": " + why);
  }

  private static String escaped(String link) {
    StringBuilder s = new StringBuilder();
    for (byte b : link.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 0x7f && b != '%') {
        s.append((char) b);
      } else {
        s.append('%');
        HEX.toHexDigits(s, b);
      }
    }
    return s.toString();
  }

  private static String unescaped(String text, String source, int number) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        throw wrong(source, number, "link names are ASCII, other bytes written as %20");
      } else if (c != '%') {
        bytes.write(c);
      } else if (i + 2 < text.length()
          && HexFormat.isHexDigit(text.charAt(i + 1))
          && HexFormat.isHexDigit(text.charAt(i + 2))) {
        bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else {
        throw wrong(source, number, "% in a link name is followed by two hexadecimal digits");
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
