package org.optihal.verify.architecture.bad.drivers;

import java.util.logging.Logger;

/** A library that writes where only the program may write. */
public final class Noise {
  private static final Logger LOG = Logger.getLogger("noise");

  private Noise() {}

  public static void make(Exception e) {
    LOG.info("noise");
    System.out.println("noise");
    System.err.println("noise");
    e.printStackTrace();
  }
}
