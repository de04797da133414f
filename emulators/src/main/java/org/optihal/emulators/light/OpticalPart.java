package org.optihal.emulators.light;

import java.util.List;
import org.optihal.physics.light.Rotation;

/**
 * What a device or an element does to light. Ports are known by index; light enters and leaves at
 * each. Called under the emulation's monitor, in the order of the methods here.
 */
public interface OpticalPart {
  /** What messages call it. */
  String name();

  /** Names by index. */
  List<String> ports();

  /** The lines that it makes; always the same ones, bright or dark. */
  default List<Emitter> emitters() {
    return List.of();
  }

  /** Frequencies where its transmission jumps. */
  default List<Double> edges() {
    return List.of();
  }

  /** Ranges of frequency, low and high, in which somebody looks for faint light. */
  default List<double[]> watched() {
    return List.of();
  }

  /** Whether light that enters at one port is meant to leave at another. */
  boolean leads(int from, int to);

  /**
   * Brings it up to time.
   *
   * @return whether it treats or makes light differently than before
   */
  default boolean advance(long nanos) {
    return false;
  }

  /**
   * Looks at the lines that enter before it is asked for its transmittance.
   *
   * @param entering by port; empty flows where nothing is connected
   * @return whether its transmittance has changed by that
   */
  default boolean settle(Flow[] entering) {
    return false;
  }

  /**
   * The share of power, flat between two frequencies, that gets through; above one with gain.
   *
   * @param low in hertz
   * @param high in hertz, above {@code low}
   */
  double transmittance(int from, int to, double low, double high);

  /** Time light takes. */
  default double delayPicos(int from, int to) {
    return 0;
  }

  /** What it does to polarization. */
  default Rotation rotation(int from, int to) {
    return Rotation.IDENTITY;
  }

  /** Whether what it does to polarization changes as time passes. */
  default boolean isTurning() {
    return false;
  }

  /** By how much lines are moved, in hertz. */
  default double shift(int from, int to) {
    return 0;
  }

  /**
   * Adds what entering lines make inside: noise, and crosstalk.
   *
   * @param entering by port, lines only
   * @param to port where {@code out} leaves
   */
  default void generate(Flow[] entering, int to, Flow out, SpectralGrid grid) {}

  /** Sees all light that enters, once it is known. */
  default void receive(Flow[] entering, SpectralGrid grid, long nanos) {}
}
