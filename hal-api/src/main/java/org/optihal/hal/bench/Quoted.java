package org.optihal.hal.bench;

/** Texts of a file in messages: only as much as is needed to find them. */
final class Quoted {
  private static final int MAX_LENGTH = 60;

  private Quoted() {}

  static String of(String text) {
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
  }
}
