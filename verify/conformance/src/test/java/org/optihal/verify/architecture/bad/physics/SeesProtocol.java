package org.optihal.verify.architecture.bad.physics;

import org.optihal.verify.architecture.bad.protocols.SeesHal;

/** A formula that knows bytes. */
public final class SeesProtocol {
  public final Class<?> seesHal = SeesHal.class;
}
