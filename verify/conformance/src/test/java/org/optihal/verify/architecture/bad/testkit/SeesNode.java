package org.optihal.verify.architecture.bad.testkit;

import org.optihal.verify.architecture.bad.node.SeesTestkit;

/** A contract that knows the program. */
public final class SeesNode {
  public final Class<?> seesTestkit = SeesTestkit.class;
}
