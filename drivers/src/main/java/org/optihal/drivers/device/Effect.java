package org.optihal.drivers.device;

/** What repeating a command would do; only what is harmless to repeat is retried. */
public enum Effect {
  READ(true),
  /** Reading changes something, such as a clear-on-read flag. */
  DESTRUCTIVE_READ(false),
  /** Setting a value twice is setting it once. */
  ABSOLUTE_SET(true),
  /** Each command acts anew. */
  ACTION(false);

  private final boolean repeatable;

  Effect(boolean repeatable) {
    this.repeatable = repeatable;
  }

  public boolean isRepeatable() {
    return repeatable;
  }
}
