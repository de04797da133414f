package org.optihal.config;

/** Reading cannot go on behind this place; never leaves the package. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String text;

  Refused(Place place, String text) {
    super(text, null, false, false);
    this.place = place;
    this.text = text;
  }

  void tell(Problems problems) {
    problems.add(place, text);
  }
}
