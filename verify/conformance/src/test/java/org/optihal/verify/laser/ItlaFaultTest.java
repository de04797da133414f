package org.optihal.verify.laser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.optihal.verify.laser.ItlaFaultCampaign.Corruption;
import org.optihal.verify.laser.ItlaFaultCampaign.Result;

/** The first plans of the campaign; all 10,000 are run by its main, see docs/performance.md. */
class ItlaFaultTest {
  private static final long PLANS = Long.getLong("plans", 600);

  @Test
  void nothingIsWrongAndGoodWhateverTheLineDoes() {
    Result result = ItlaFaultCampaign.run(1, PLANS, Corruption.ANY_BITS, true);
    assertThat(result.findings()).as("%s", result).isEmpty();
    assertThat(result.good()).isGreaterThan(PLANS);
  }

  @Test
  void singleBitsAreSeenWithoutConfirmingEachRead() {
    Result result = ItlaFaultCampaign.run(20_001, PLANS / 4, Corruption.SINGLE_BITS, false);
    assertThat(result.findings()).as("%s", result).isEmpty();
  }

  /** The campaign can see what it looks for: BIP-4 alone lets some damage pass. */
  @Test
  void unconfirmedReadsLetSomeDamagePass() {
    Result result = ItlaFaultCampaign.run(150, 250, Corruption.ANY_BITS, false);
    assertThat(result.wrong()).isPositive();
  }
}
