package org.optihal.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.optihal.hal.Drivers;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;

/**
 * Reads bench files. A text becomes a {@link Bench} only if everything in it is right, checked
 * against what the drivers declare; nothing is opened or changed by reading.
 *
 * <p>Overrides are {@code device.key=value}: an option of the device's driver, {@code on-stop},
 * {@code on-link-loss}, or a key of a section such as {@code links.main}. They stand above the
 * file.
 */
public final class BenchFile {
  private BenchFile() {}

  /** The bench of a file, whose devices are real. */
  public static Bench load(Path file, Drivers drivers) {
    return load(file, drivers, LinksRequired.YES, List.of());
  }

  /**
   * The bench of a file.
   *
   * @param overrides {@code device.key=value}, the last one wins
   * @throws HalException CONFIGURATION with the first problem, NOT_FOUND or NO_PERMISSION
   */
  public static Bench load(
      Path file, Drivers drivers, LinksRequired linksRequired, List<String> overrides) {
    return parse(text(file), file.toString(), drivers, linksRequired, overrides);
  }

  /** The bench of a text, whose devices are real. */
  public static Bench parse(String text, String fileName, Drivers drivers) {
    return parse(text, fileName, drivers, LinksRequired.YES, List.of());
  }

  /**
   * The bench of a text.
   *
   * @param fileName for messages
   * @param overrides {@code device.key=value}, the last one wins
   * @throws HalException CONFIGURATION with the first problem and the number of others
   */
  public static Bench parse(
      String text,
      String fileName,
      Drivers drivers,
      LinksRequired linksRequired,
      List<String> overrides) {
    Problems problems = new Problems();
    Optional<Bench> bench = read(text, fileName, drivers, linksRequired, overrides, problems);
    return bench.filter(b -> problems.isEmpty()).orElseThrow(problems::exception);
  }

  /** All problems of a text whose devices are real, from top to bottom. */
  public static List<Problem> check(String text, String fileName, Drivers drivers) {
    return check(text, fileName, drivers, LinksRequired.YES, List.of());
  }

  /** All problems of a text, those of the overrides first, then from top to bottom. */
  public static List<Problem> check(
      String text,
      String fileName,
      Drivers drivers,
      LinksRequired linksRequired,
      List<String> overrides) {
    Problems problems = new Problems();
    Optional<Bench> unused = read(text, fileName, drivers, linksRequired, overrides, problems);
    return problems.sorted();
  }

  private static Optional<Bench> read(
      String text,
      String fileName,
      Drivers drivers,
      LinksRequired linksRequired,
      List<String> overrides,
      Problems problems) {
    return YamlReader.read(text, fileName, problems)
        .map(root -> new Overrides(drivers, problems).apply(root, overrides))
        .map(root -> new BenchReader(drivers, linksRequired, problems).read(root));
  }

  /**
   * The text of a bench file, as {@link #check} wants it.
   *
   * @throws HalException CONFIGURATION, NOT_FOUND or NO_PERMISSION
   */
  public static String text(Path file) {
    if (Files.isDirectory(file)) {
      throw HalException.configuration(file + " is a directory, not a bench file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(YamlReader.MAX_SIZE + 1);
      if (bytes.length > YamlReader.MAX_SIZE) {
        throw HalException.configuration(
            new Place(file.toString(), 1, 1) + ": the file is larger than 1 MiB");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw failed(Kind.NOT_FOUND, "there is no bench file " + file, e);
    } catch (AccessDeniedException e) {
      throw failed(Kind.NO_PERMISSION, "the bench file " + file + " may not be read", e)
          .advise("check its owner and mode");
    } catch (CharacterCodingException e) {
      throw failed(
          Kind.CONFIGURATION, new Place(file.toString(), 1, 1) + ": the file is not UTF-8 text", e);
    } catch (IOException e) {
      throw failed(
          Kind.NOT_FOUND, "the bench file " + file + " cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static HalException failed(Kind kind, String what, IOException cause) {
    return new HalException(kind, Outcome.NOT_APPLICABLE, what, ErrorContext.NONE, cause);
  }
}
