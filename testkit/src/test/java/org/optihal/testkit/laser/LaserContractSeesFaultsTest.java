package org.optihal.testkit.laser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.UnitText;
import org.optihal.hal.spi.Truth;

/** A contract that nothing can break proves nothing: here lasers break it, one promise each. */
class LaserContractSeesFaultsTest {
  private interface Promise {
    void check(LaserContract contract) throws Exception;
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        broken(
            "stays lit in spite of its claims",
            LaserContract::isDarkWhenItWasDisabled,
            t -> truth(t, inner -> new OpticalPower(0.01)),
            "is dark in truth"),
        broken(
            "is dark in spite of its claims",
            LaserContract::theLightIsSeenWhenItIsEnabled,
            t -> truth(t, inner -> new OpticalPower(0)),
            ""),
        broken(
            "makes half the power",
            LaserContract::theLightIsSeenWhenItIsEnabled,
            t -> truth(t, inner -> inner.times(new Decibel(-3))),
            "to be close to"),
        broken(
            "never goes dark where it declares so",
            LaserContract::disturbsTheLightOnlyAsDeclared,
            t -> truth(t, inner -> new OpticalPower(0.01)),
            "declared DARK_DURING was dark"),
        broken(
            "is verified dark and emits",
            LaserContract::makingItSafeLeavesItDarkAndSaysHowFarThatIsKnown,
            t -> truth(t, inner -> new OpticalPower(1e-12)),
            "is dark in truth"),
        broken(
            "comes back from nowhere",
            LaserContract::connectingToNothingFailsByItsDeadlineAndCanBeRepeated,
            t -> cable(t, () -> {}, () -> {}),
            ""),
        broken(
            "never comes back",
            LaserContract::survivesBeingUnplugged,
            t -> cable(t, t.cable().orElseThrow()::unplug, () -> {}),
            "ready again"),
        broken(
            "is changed by looking",
            LaserContract::observingTouchesNothing,
            LaserContractSeesFaultsTest::touchedByConnecting,
            ""),
        broken(
            "is set by an observer",
            LaserContract::observersCannotSet,
            LaserContractSeesFaultsTest::connectedBefore,
            ""));
  }

  private static Arguments broken(
      String name, Promise promise, UnaryOperator<LaserTarget> sabotage, String message) {
    return Arguments.of(name, promise, sabotage, message);
  }

  private static LaserTarget truth(LaserTarget t, Function<OpticalPower, OpticalPower> light) {
    Truth inner = t.truth().orElseThrow();
    return with(
        t,
        new Truth() {
          @Override
          public OpticalPower light(String port) {
            return light.apply(inner.light(port));
          }

          @Override
          public Map<String, String> state(String device) {
            return inner.state(device);
          }

          @Override
          public List<String> damage() {
            return List.of();
          }
        },
        t.cable().orElseThrow());
  }

  private static LaserTarget cable(LaserTarget t, Runnable unplug, Runnable replug) {
    return with(
        t,
        t.truth().orElseThrow(),
        new LaserTarget.Cable() {
          @Override
          public void unplug() {
            unplug.run();
          }

          @Override
          public void replug() {
            replug.run();
          }
        });
  }

  private static LaserTarget with(LaserTarget t, Truth truth, LaserTarget.Cable cable) {
    return new LaserTarget(
        t.name(),
        t.device(),
        t.clock(),
        t.taps(),
        Optional.of(truth),
        Optional.of(cable),
        t.limits(),
        t.closer());
  }

  /** Its set point depends on whether somebody is connected. */
  private static LaserTarget touchedByConnecting(LaserTarget t) {
    Truth inner = t.truth().orElseThrow();
    return with(
        t,
        new Truth() {
          @Override
          public OpticalPower light(String port) {
            return inner.light(port);
          }

          @Override
          public Map<String, String> state(String device) {
            return Map.of("connected", t.device().identity().isPresent() ? "yes" : "no");
          }

          @Override
          public List<String> damage() {
            return List.of();
          }
        },
        t.cable().orElseThrow());
  }

  private static LaserTarget connectedBefore(LaserTarget t) {
    t.device().connect(Access.CONTROL, Deadline.in(t.clock(), Duration.ofSeconds(1)));
    TunableLaser laser = t.device().as(TunableLaser.class);
    laser.power().apply(UnitText.power("10 dBm"));
    return t;
  }

  @ParameterizedTest(name = "a laser that {0}")
  @MethodSource("broken")
  void isFound(String name, Promise promise, UnaryOperator<LaserTarget> sabotage, String message) {
    LaserContract contract =
        new LaserContract() {
          @Override
          protected LaserTarget open(HalClock clock) {
            return sabotage.apply(LaserTarget.ideal(clock));
          }
        };
    assertThatThrownBy(() -> promise.check(contract))
        .as(name)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(message);
  }
}
