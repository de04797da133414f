package org.optihal.node.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Point;
import org.optihal.hal.point.Sensor;

/** What a point is, as a row and as an object. */
record PointView(Point point) {
  static Table table() {
    return new Table("ADDRESS", "USE", "TYPE", "RANGE", "DESCRIPTION");
  }

  void addTo(Table table) {
    table.row(point.address().toString(), use(), type(), range(), point.description());
  }

  private String use() {
    return point instanceof Control ? "set" : point instanceof Sensor ? "get" : "act";
  }

  private String type() {
    return point instanceof Sensor<?> s ? s.type().name() : "-";
  }

  private String range() {
    return point instanceof Sensor<?> s ? range(s) : "-";
  }

  private static <T> String range(Sensor<T> sensor) {
    return sensor.capability().describe(sensor.type());
  }

  Map<String, @Nullable Object> json() {
    return Json.object(
        "address", point.address(),
        "use", use(),
        "type", type(),
        "unit", point instanceof Sensor<?> s ? s.type().unit() : "",
        "range", range(),
        "cheap", point instanceof Sensor<?> s && s.isCheap(),
        "description", point.description());
  }
}
