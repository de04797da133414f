package org.optihal.node.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.device.Identity;

/** A device as a row and as an object. */
record DeviceView(Device device, Map<String, String> links) {
  static DeviceView of(Bench bench, Device device) {
    Map<String, String> links = new LinkedHashMap<>();
    bench
        .device(device.id())
        .ifPresent(e -> e.links().forEach((k, v) -> links.put(k, v.toString())));
    return new DeviceView(device, links);
  }

  static Table table() {
    return new Table("DEVICE", "DRIVER", "LINK", "STATE", "POINTS", "IDENTITY");
  }

  void addTo(Table table) {
    table.row(
        device.id(),
        device.driver(),
        links.size() == 1
            ? links.values().iterator().next()
            : links.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" ")),
        state(),
        Integer.toString(device.points().size()),
        device.identity().map(Identity::toString).orElse("-"));
  }

  /** Why a device is not ready is told where that happened; why a ready one is not well, here. */
  private String state() {
    List<String> reasons = device.health().reasons();
    boolean unwell = device.state() == DeviceState.READY && !reasons.isEmpty();
    return device.state().word() + (unwell ? " (" + String.join("; ", reasons) + ")" : "");
  }

  Map<String, @Nullable Object> json() {
    return Json.object(
        "device", device.id(),
        "driver", device.driver(),
        "links", links,
        "state", device.state().word(),
        "health", device.health().reasons(),
        "identity", device.identity().map(DeviceView::json).orElse(null),
        "points", device.points().stream().map(p -> p.address().toString()).toList());
  }

  static Map<String, @Nullable Object> json(Identity identity) {
    return Json.object(
        "manufacturer", identity.manufacturer(),
        "model", identity.model(),
        "serial", identity.serial(),
        "firmware", identity.firmware(),
        "more", identity.more());
  }
}
