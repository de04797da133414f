package org.optihal.hal.device;

import java.util.List;
import java.util.Optional;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.point.Point;

/**
 * A piece of hardware under one owner. Creating it does no I/O; all methods may be called from any
 * thread.
 */
public interface Device extends AutoCloseable {
  String id();

  /** Code of the driver. */
  String driver();

  /**
   * Opens the link and identifies the device.
   *
   * @throws HalException what the link says, or IDENTITY_MISMATCH
   */
  void connect(Access access, Deadline deadline);

  DeviceState state();

  /** Who answered; empty until something did. */
  Optional<Identity> identity();

  Health health();

  /** Every facet, in the driver's order. */
  List<Facet> facets();

  /** All points of all facets. */
  default List<Point> points() {
    return facets().stream().flatMap(f -> f.points().stream()).toList();
  }

  default <F extends Facet> List<F> facets(Class<F> type) {
    return facets().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * The only facet of this type.
   *
   * @throws HalException NOT_FOUND when there is none, CONFIGURATION naming the units when there
   *     are several
   */
  default <F extends Facet> F as(Class<F> type) {
    List<F> found = facets(type);
    if (found.isEmpty()) {
      throw new HalException(
              Kind.NOT_FOUND,
              Outcome.NOT_APPLICABLE,
              "driver " + driver() + " offers no " + type.getSimpleName())
          .at(id());
    }
    if (found.size() > 1) {
      throw HalException.configuration(
              "there are several "
                  + type.getSimpleName()
                  + " facets, in the units "
                  + String.join(", ", found.stream().map(Facet::unit).toList()))
          .at(id());
    }
    return found.get(0);
  }

  /** The point with this tail ({@code point} or {@code unit.point}). */
  default Optional<Point> point(String tail) {
    return points().stream().filter(p -> p.address().tail().equals(tail)).findFirst();
  }

  /**
   * Brings the device into its safe state and verifies it; idempotent, and allowed while anything
   * else is under way. Failing to reach the device is a report, not an exception.
   */
  SafeReport makeSafe(Deadline deadline);

  /**
   * Lets go of the link; bounded. What the device does afterwards is the bench file's {@code
   * on-stop}.
   */
  @Override
  void close();
}
