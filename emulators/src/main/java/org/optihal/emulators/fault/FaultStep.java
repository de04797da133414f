package org.optihal.emulators.fault;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.UnitText;

/**
 * One line of a fault plan: {@code 1.5s tx-laser drop direction=to-client count=1}.
 *
 * @param nanos after the start of the emulation
 * @param device id of the device
 * @param link name of its link, or empty for the device or its only link
 * @param fault name of a {@link FaultKind}
 * @param parameters as written
 */
public record FaultStep(
    long nanos, String device, String link, String fault, Map<String, String> parameters) {
  private static final int MAX_LENGTH = 512;
  private static final int NANO_DIGITS = 9;

  public FaultStep {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * Reads a step with its time.
   *
   * @throws HalException CONFIGURATION with the accepted form
   */
  public static FaultStep parse(String line) {
    List<String> words = words(line);
    long nanos = UnitText.duration(words.get(0)).toNanos();
    if (nanos < 0) {
      throw HalException.configuration("'" + words.get(0) + "' lies before the start");
    }
    return of(nanos, words.subList(1, words.size()), line);
  }

  /** Reads a step without its time, to happen at {@code nanos}. */
  public static FaultStep parse(String line, long nanos) {
    return of(nanos, words(line), line);
  }

  private static List<String> words(String line) {
    if (line.length() > MAX_LENGTH) {
      throw HalException.configuration("the line is longer than " + MAX_LENGTH + " characters");
    }
    List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
    if (words.get(0).isEmpty()) {
      throw malformed(line);
    }
    return words;
  }

  private static FaultStep of(long nanos, List<String> words, String line) {
    if (words.size() < 2) {
      throw malformed(line);
    }
    String[] target = words.get(0).split("/", 2);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String word : words.subList(2, words.size())) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw HalException.configuration("'" + word + "' is not key=value");
      }
      if (parameters.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
        throw HalException.configuration("'" + word.substring(0, equals) + "' stands twice");
      }
    }
    return new FaultStep(
        nanos, target[0], target.length > 1 ? target[1] : "", words.get(1), parameters);
  }

  private static HalException malformed(String line) {
    return HalException.configuration("'" + line.strip() + "' is no step of a fault plan")
        .advise("write <time> <device> <fault> [key=value...], such as 1.5s tx-laser drop count=1");
  }

  /** The same step at another time. */
  public FaultStep at(long otherNanos) {
    return new FaultStep(otherNanos, device, link, fault, parameters);
  }

  /** The line that {@link #parse(String)} reads back. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    BigDecimal seconds = BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros();
    line.append(seconds.toPlainString()).append("s ").append(device);
    if (!link.isEmpty()) {
      line.append('/').append(link);
    }
    line.append(' ').append(fault);
    parameters.forEach((key, value) -> line.append(' ').append(key).append('=').append(value));
    return line.toString();
  }
}
