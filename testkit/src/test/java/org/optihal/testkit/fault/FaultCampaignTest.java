package org.optihal.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.error.Kind;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.testkit.Seed;
import org.optihal.testkit.laser.LaserFaultScenario;
import org.optihal.testkit.laser.LaserTarget;

class FaultCampaignTest {
  private static final Bench BENCH =
      new Bench(
          "test",
          Map.of("tx-laser", DeviceEntry.of("tx-laser", "ideal", Map.of())),
          Map.of(),
          List.of());

  private static TunableLaser connected(Trial trial) {
    trial.until(
        "connected",
        Duration.ofSeconds(10),
        () ->
            trial
                .call(
                    "connect",
                    Duration.ofSeconds(1),
                    d -> {
                      trial.hal().device("tx-laser").connect(Access.CONTROL, d);
                      return true;
                    })
                .isPresent());
    return trial.hal().device("tx-laser").as(TunableLaser.class);
  }

  @Test
  void anIdealLaserComesThroughEveryPlan() {
    FaultCampaign.Result result =
        new FaultCampaign(
                BENCH,
                new LaserFaultScenario("tx-laser", LaserTarget.Limits.exact(new VirtualClock())))
            .seeds(1, 200)
            .run();
    if (Seed.given().isEmpty()) {
      assertThat(result.plans()).isEqualTo(200);
      assertThat(result.readings()).isGreaterThan(2000);
      assertThat(result.failures()).containsKey(Kind.DISCONNECTED);
      assertThat(result.toString()).startsWith("200 plans, ");
    }
  }

  @Test
  void aWrongValueCalledGoodEndsTheCampaignWithItsSeed() {
    assumeTrue(Seed.given().isEmpty(), "a seed is given");
    FaultCampaign campaign =
        new FaultCampaign(
                BENCH,
                trial ->
                    trial.read(
                        connected(trial).frequency(),
                        Duration.ofSeconds(1),
                        f -> trial.random().nextInt(10) != 0))
            .seeds(100, 1000);
    assertThatThrownBy(campaign::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageFindingMatch("seed 1\\d\\d failed: tx-laser.frequency reads 193.100000 THz")
        .hasMessageFindingMatch(
            "replay with -Dseed=1\\d\\d; its faults were\n\\d\\.\\d{6}s tx-laser");
  }

  @Test
  void oneSeedIsOneRun() {
    assertThat(failureOf(5)).isEqualTo(failureOf(5)).contains("after its deadline");
  }

  private static String failureOf(long seed) {
    try {
      new FaultCampaign(
              BENCH,
              trial ->
                  trial.call(
                      "a call",
                      Duration.ofMillis(10),
                      d -> {
                        trial.clock().sleep(Duration.ofMillis(11 + trial.random().nextInt(100)));
                        return true;
                      }))
          .seeds(seed, 1)
          .run();
      return "nothing";
    } catch (AssertionError e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void damageEndsTheCampaign() {
    assertThatThrownBy(
            () ->
                new FaultCampaign(BENCH, trial -> trial.clock().sleep(Duration.ofSeconds(1)))
                    .plans(
                        (random, devices) ->
                            new FaultPlan(List.of("0.5s tx-laser damage"), Duration.ofSeconds(1)))
                    .run())
        .hasMessageContaining("tx-laser is broken");
  }

  @Test
  void aPollThatThrowsEndsTheCampaign() {
    assertThatThrownBy(
            () ->
                new FaultCampaign(
                        BENCH,
                        trial -> {
                          trial
                              .hal()
                              .scheduler()
                              .once(
                                  Duration.ofMillis(1),
                                  () -> {
                                    throw new IllegalStateException("bug in a driver");
                                  });
                          trial.clock().sleep(Duration.ofMillis(5));
                        })
                    .plans((random, devices) -> FaultPlan.none())
                    .run())
        .hasMessageContaining("a poll failed: java.lang.IllegalStateException: bug in a driver");
  }

  @Test
  void aScenarioThatDoesNotRecoverFails() {
    assertThatThrownBy(
            () ->
                new FaultCampaign(
                        BENCH, trial -> trial.until("better", Duration.ofHours(1), () -> false))
                    .run())
        .hasMessageContaining("better did not come true within PT1H");
  }
}
