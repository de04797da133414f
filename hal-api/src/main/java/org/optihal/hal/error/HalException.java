package org.optihal.hal.error;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one exception of OptiHAL. {@link #toString()} is the line a person reads: what, which device,
 * which link, what to do.
 */
public final class HalException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MAX_LINE = 1000;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final Kind kind;
  private final Outcome outcome;
  private final String what;
  private final transient ErrorContext context;

  /**
   * @param what a short phrase without a final stop
   */
  public HalException(Kind kind, Outcome outcome, String what) {
    this(kind, outcome, what, ErrorContext.NONE, null);
  }

  /**
   * @param what a short phrase without a final stop
   */
  public HalException(
      Kind kind, Outcome outcome, String what, ErrorContext context, @Nullable Throwable cause) {
    super(what, cause);
    this.kind = kind;
    this.outcome = outcome;
    this.what = what;
    this.context = context;
  }

  /** A wrong bench file, URL or option. */
  public static HalException configuration(String what) {
    return new HalException(Kind.CONFIGURATION, Outcome.NOT_APPLICABLE, what);
  }

  /** An argument that the capability does not allow; nothing was sent. */
  public static HalException outOfRange(String what) {
    return new HalException(Kind.OUT_OF_RANGE, Outcome.NOT_SENT, what);
  }

  public Kind kind() {
    return kind;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** The phrase without place and advice. */
  public String what() {
    return what;
  }

  public ErrorContext context() {
    return context == null ? ErrorContext.NONE : context;
  }

  /** The same failure, told by somebody who knows the device. */
  public HalException at(String device) {
    return with(new ErrorContext(device, null, null, null, null, null));
  }

  /** The same failure, told by somebody who knows the link. */
  public HalException on(String link) {
    return with(new ErrorContext(null, link, null, null, null, null));
  }

  /** The same failure with what a person can do about it. */
  public HalException advise(String advice) {
    return with(new ErrorContext(null, null, null, null, null, advice));
  }

  /** The same failure with the device's own code and words. */
  public HalException deviceSaid(String code, String text) {
    return with(new ErrorContext(null, null, code, text, null, null));
  }

  /** The same failure with the last bytes seen, in hex. */
  public HalException bytes(String hex) {
    return with(new ErrorContext(null, null, null, null, hex, null));
  }

  /** The same failure with another outcome, for a layer that knows better what was sent. */
  public HalException outcome(Outcome better) {
    return copy(better, context());
  }

  private HalException with(ErrorContext more) {
    return copy(outcome, context().orElse(more));
  }

  private HalException copy(Outcome newOutcome, ErrorContext newContext) {
    HalException e = new HalException(kind, newOutcome, what, newContext, getCause());
    e.setStackTrace(getStackTrace());
    return e;
  }

  @Override
  public String getMessage() {
    ErrorContext c = context();
    StringBuilder s = new StringBuilder();
    if (c.device() != null) {
      s.append(c.device()).append(": ");
    }
    s.append(what);
    if (c.deviceText() != null) {
      s.append("; the device says: ").append(c.deviceText());
      if (c.deviceCode() != null) {
        s.append(" (").append(c.deviceCode()).append(')');
      }
    }
    if (c.link() != null) {
      s.append(" [").append(c.link()).append(']');
    }
    if (c.bytes() != null) {
      s.append(" (bytes ").append(c.bytes()).append(')');
    }
    if (outcome == Outcome.UNKNOWN) {
      s.append("; the device may have acted");
    }
    if (c.advice() != null) {
      s.append(": ").append(c.advice());
    }
    return line(s);
  }

  /** One line whatever a device, a file or a network peer put into it. */
  private static String line(CharSequence text) {
    String s = UNPRINTABLE.matcher(text).replaceAll("?");
    return s.length() <= MAX_LINE ? s : s.substring(0, MAX_LINE) + "…";
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + getMessage();
  }
}
