package org.optihal.verify.architecture.bad.node;

import org.optihal.verify.architecture.bad.emulators.SeesDriver;
import org.optihal.verify.architecture.bad.testkit.SeesNode;

/** A program that tests itself, and picks its emulators when it is built. */
public final class SeesTestkit {
  public final Class<?> seesNode = SeesNode.class;
  public final Class<?> seesDriver = SeesDriver.class;
}
