package org.optihal.config;

import org.optihal.hal.point.Address;

/** What may be the name of something. */
final class Ids {
  static final String FORM =
      "an id starts with a lower-case letter and has up to 32 lower-case letters, digits and"
          + " hyphens";

  private Ids() {}

  static void check(String what, String id, Place place, Problems problems) {
    if (!Address.isId(id)) {
      problems.add(place, "'" + id + "' cannot name a " + what + "; " + FORM);
    } else if (id.equals(WireParser.OUTSIDE)) {
      problems.add(place, "'outside' is the word for where the bench ends; take another id");
    }
  }
}
