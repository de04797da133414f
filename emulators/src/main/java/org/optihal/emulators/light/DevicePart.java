package org.optihal.emulators.light;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lasers of a device that makes light and takes none. */
public final class DevicePart implements OpticalPart {
  private final String id;
  private final List<String> ports;
  private final List<Laser> lasers = new ArrayList<>();

  /** One output as it was last looked at. */
  private static final class Laser implements Emitter {
    private final String source;
    private final int port;
    private final LightSource light;
    private double watts;
    private double hertz = 1;

    Laser(String source, int port, LightSource light) {
      this.source = source;
      this.port = port;
      this.light = light;
    }

    void look(long nanos) {
      watts = light.light(nanos).watts();
      hertz = light.hertz(nanos);
    }

    @Override
    public String source() {
      return source;
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public double hertz() {
      return hertz;
    }

    @Override
    public double bandwidth() {
      return light.linewidth();
    }

    @Override
    public double watts() {
      return watts;
    }
  }

  /**
   * @param outputs by name of the port
   */
  public DevicePart(String id, Map<String, LightSource> outputs) {
    this.id = id;
    this.ports = List.copyOf(outputs.keySet());
    outputs.forEach(
        (port, light) -> {
          String source = ports.size() == 1 ? id : id + "#" + port;
          lasers.add(new Laser(source, ports.indexOf(port), light));
        });
  }

  @Override
  public String name() {
    return "device " + id;
  }

  @Override
  public List<String> ports() {
    return ports;
  }

  @Override
  public List<Emitter> emitters() {
    return List.copyOf(lasers);
  }

  @Override
  public boolean leads(int from, int to) {
    return false;
  }

  /** Emitters are asked after this whether they changed. */
  @Override
  public boolean advance(long nanos) {
    lasers.forEach(laser -> laser.look(nanos));
    return false;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return 0;
  }
}
