package org.optihal.hal.spi;

import org.optihal.hal.clock.Deadline;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.operation.OperationControl;
import org.optihal.hal.point.Act;
import org.optihal.hal.point.Address;

/** An act made of a function that is done when it returns. */
public final class ActPoint implements Act {
  private final PointHost host;
  private final Address address;
  private final String description;
  private final Body body;

  /** What the act does. */
  @FunctionalInterface
  public interface Body {
    void run(Deadline deadline);
  }

  public ActPoint(PointHost host, Address address, String description, Body body) {
    this.host = host;
    this.address = address;
    this.description = description;
    this.body = body;
  }

  @Override
  public Address address() {
    return address;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Operation<Boolean> run() {
    return run(host.defaultDeadline());
  }

  @Override
  public Operation<Boolean> run(Deadline deadline) {
    host.requireControl();
    OperationControl<Boolean> operation = new OperationControl<>(host.clock(), address.toString());
    body.run(deadline.earlier(host.defaultDeadline()));
    operation.reached(Milestone.SETTLED, true);
    return operation;
  }

  @Override
  public boolean canMakeLight() {
    return false;
  }
}
