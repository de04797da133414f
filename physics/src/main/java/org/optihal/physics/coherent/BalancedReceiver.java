package org.optihal.physics.coherent;

import java.util.function.DoubleSupplier;
import org.optihal.physics.Require;

/**
 * Samples of a balanced coherent receiver behind a channel, in shot-noise units.
 *
 * <p>With q quadratures measured at once, efficiency n, transmittance T and excess noise x at the
 * channel's input, a sample of Alice's quadrature a is {@code sqrt(n T/q) a} plus Gaussian noise of
 * variance {@code 1 + n T x/q + electronic + intensity}, then digitized. Fluctuations of the local
 * oscillator that scale the signal itself are not in it; they belong to the excess noise.
 *
 * @param efficiency of the diodes and the light's way to them
 * @param electronicNoise per quadrature, in shot-noise units
 * @param intensityNoise left by the local oscillator's fluctuations, see {@link
 *     ShotNoise#relativeIntensityNoise}
 * @param shotNoise the unit in volts at the digitizer
 */
public record BalancedReceiver(
    Detection detection,
    double efficiency,
    double electronicNoise,
    double intensityNoise,
    ShotNoise shotNoise,
    Digitizer digitizer) {
  public BalancedReceiver {
    Require.positive(Require.fraction(efficiency, "efficiency"), "efficiency");
    Require.notNegative(electronicNoise, "electronicNoise");
    Require.notNegative(intensityNoise, "intensityNoise");
  }

  /** What of the receiver is open during a calibration or a measurement. */
  public enum Light {
    /** Neither signal nor local oscillator: electronic noise alone. */
    DARK,
    /** The local oscillator alone: the shot-noise unit. */
    LOCAL_OSCILLATOR,
    /** Signal and local oscillator. */
    SIGNAL
  }

  /** A channel: transmittance above 0, excess noise at its input in shot-noise units. */
  public record Channel(double transmittance, double excessNoise) {
    public Channel {
      Require.positive(Require.fraction(transmittance, "transmittance"), "transmittance");
      Require.notNegative(excessNoise, "excessNoise");
    }
  }

  /** What a sample's mean is, per unit of Alice's quadrature. */
  public double gain(Channel channel) {
    return StrictMath.sqrt(efficiency * channel.transmittance() / detection.quadratures());
  }

  /** Variance of a sample before the digitizer, at a fixed quadrature of Alice's. */
  public double noiseVariance(Channel channel, Light light) {
    double gain = gain(channel);
    return switch (light) {
      case DARK -> electronicNoise;
      case LOCAL_OSCILLATOR -> 1 + electronicNoise + intensityNoise;
      case SIGNAL -> 1 + electronicNoise + intensityNoise + gain * gain * channel.excessNoise();
    };
  }

  /** Variance of a sample before the digitizer, when Alice's quadratures have some variance. */
  public double variance(Channel channel, double modulationVariance) {
    double gain = gain(channel);
    return noiseVariance(channel, Light.SIGNAL)
        + gain * gain * Require.notNegative(modulationVariance, "modulationVariance");
  }

  /** A sampler that draws from {@code gaussian}: mean 0, variance 1, one draw for each sample. */
  public Sampler sampler(Channel channel, Light light, DoubleSupplier gaussian) {
    return new Sampler(this, channel, light, gaussian);
  }

  /** A stream of samples; not thread-safe. */
  public static final class Sampler {
    private final Digitizer digitizer;
    private final DoubleSupplier gaussian;
    private final double gain;
    private final double deviation;
    private final double voltsPerRoot;
    private long clipped;

    private Sampler(
        BalancedReceiver receiver, Channel channel, Light light, DoubleSupplier gaussian) {
      this.digitizer = receiver.digitizer;
      this.gaussian = gaussian;
      this.gain = light == Light.SIGNAL ? receiver.gain(channel) : 0;
      this.deviation = StrictMath.sqrt(receiver.noiseVariance(channel, light));
      this.voltsPerRoot = receiver.shotNoise.volts(1);
    }

    /** The digitizer's code for Alice's quadrature. */
    public int code(double quadrature) {
      double volts =
          voltsPerRoot
              * (gain * Require.finite(quadrature, "quadrature")
                  + deviation * gaussian.getAsDouble());
      if (digitizer.clips(volts)) {
        clipped++;
      }
      return digitizer.code(volts);
    }

    /** A sample in roots of shot-noise units, as digitized. */
    public double next(double quadrature) {
      return code(quadrature) * digitizer.step() / voltsPerRoot;
    }

    /** Samples so far that were beyond the digitizer's range. */
    public long clipped() {
      return clipped;
    }
  }
}
