package org.optihal.node.experiment;

import java.util.List;
import java.util.Optional;
import org.optihal.hal.light.Light;
import org.optihal.physics.light.Photons;

/** The light of one source at a port: a line, or the channels of a comb. */
record Lines(List<Light.Line> list) {
  static Lines of(Light light, String source) {
    return new Lines(light.lines().stream().filter(l -> l.isFrom(source)).toList());
  }

  double watts() {
    double sum = 0;
    for (Light.Line l : list) {
      sum += l.watts();
    }
    return sum;
  }

  double photonsPerSecond() {
    double sum = 0;
    for (Light.Line l : list) {
      sum += l.watts() / Photons.energy(l.hertz());
    }
    return sum;
  }

  /** The one that tells frequency, delay and polarization. */
  Optional<Light.Line> strongest() {
    Light.Line best = null;
    for (Light.Line l : list) {
      if (best == null || l.transmittance() > best.transmittance()) {
        best = l;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Share of what the source sent, by power; of the strongest line where nothing is sent now. */
  double transmittance() {
    double sent = 0;
    for (Light.Line l : list) {
      sent += l.watts() == 0 ? 0 : l.watts() / l.transmittance();
    }
    return sent > 0 ? watts() / sent : strongest().map(Light.Line::transmittance).orElse(0.0);
  }
}
