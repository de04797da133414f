package org.optihal.hal.roadm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.hal.quantity.Slot;

class ChangeSetTest {
  private static final Spectrum FIBER = Spectrum.wholeFiber();
  private static final PortControl OPEN = PortControl.open();

  private static SwitchPath path(String in, String out, Spectrum spectrum) {
    return new SwitchPath(in, out, spectrum);
  }

  private static CrossConnect open(String in, String out, Spectrum spectrum) {
    return new CrossConnect(path(in, out, spectrum), OPEN);
  }

  private static Spectrum slot(int n, int m) {
    return Spectrum.of(new Slot(n, m));
  }

  private static FabricState state(long revision, CrossConnect... live) {
    return new FabricState(
        revision,
        Instant.EPOCH,
        Stream.of(live)
            .map(c -> new FabricState.Live(c, FabricState.Status.IN_TOLERANCE, true))
            .toList());
  }

  private static ChangeSet changes(Change... changes) {
    return new ChangeSet(7, SwitchingPolicy.AS_DEVICE, List.of(changes));
  }

  private static Change add(String in, String out, Spectrum spectrum) {
    return new Change.Add(open(in, out, spectrum));
  }

  @Test
  void whatIsNotNamedStays() {
    FabricState now = state(7, open("port1", "port17", FIBER), open("port2", "port18", FIBER));
    assertThat(changes(add("port3", "port19", FIBER)).resultOn(now))
        .containsExactly(
            open("port1", "port17", FIBER),
            open("port2", "port18", FIBER),
            open("port3", "port19", FIBER));
  }

  @Test
  void aPathMayTakeThePlaceOfOneThatGoesInWhicheverOrder() {
    FabricState now = state(7, open("port1", "port17", FIBER));
    ChangeSet moved =
        changes(add("port1", "port18", FIBER), new Change.Remove(path("port1", "port17", FIBER)));
    assertThat(moved.conflicts(now)).isEmpty();
    assertThat(moved.resultOn(now)).containsExactly(open("port1", "port18", FIBER));
  }

  @Test
  void twoSlotsCanSwapPlaces() {
    FabricState now = state(7, open("com", "p1", slot(0, 4)), open("com", "p2", slot(8, 4)));
    ChangeSet swap =
        changes(
            new Change.Retune(path("com", "p1", slot(0, 4)), slot(8, 4)),
            new Change.Retune(path("com", "p2", slot(8, 4)), slot(0, 4)));
    assertThat(swap.resultOn(now))
        .containsExactlyInAnyOrder(open("com", "p1", slot(8, 4)), open("com", "p2", slot(0, 4)));
  }

  @Test
  void aPortInUseIsAConflict() {
    FabricState now = state(7, open("port1", "port17", FIBER));
    assertThat(changes(add("port2", "port17", FIBER)).conflicts(now))
        .containsExactly("port2 -> port17 whole-fiber collides with port1 -> port17 whole-fiber");
    assertThat(changes(add("port1", "port17", FIBER)).conflicts(now)).hasSize(1);
  }

  @Test
  void overlapAmongTheNewOnesIsAConflict() {
    ChangeSet overlapping = changes(add("com", "p1", slot(0, 4)), add("com", "p2", slot(4, 4)));
    ChangeSet adjacent = changes(add("com", "p1", slot(0, 4)), add("com", "p2", slot(8, 4)));
    assertThat(overlapping.conflicts(state(7))).hasSize(1);
    assertThat(adjacent.conflicts(state(7))).isEmpty();
  }

  @Test
  void changingWhatIsNotThereIsAConflict() {
    assertThat(changes(new Change.Remove(path("port1", "port17", FIBER))).conflicts(state(7)))
        .containsExactly("there is no cross-connect port1 -> port17 whole-fiber");
  }

  @Test
  void aStateSeenByOthersSinceIsAConflictBeforeAByteIsSent() {
    ChangeSet set = changes(add("port3", "port19", FIBER));
    assertThatThrownBy(() -> set.resultOn(state(8)))
        .isInstanceOfSatisfying(
            HalException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.CONFLICT);
              assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
              assertThat(e).hasMessageContaining("revision 8").hasMessageContaining("for 7");
            });
  }

  @Test
  void aForeignOverlapThatIsThereAlreadyDoesNotForbidToAttenuate() {
    FabricState odd = state(7, open("port1", "port17", FIBER), open("port1", "port18", FIBER));
    PortControl three = new PortControl.Attenuated(new Attenuation(3));
    ChangeSet set = changes(new Change.SetControl(path("port1", "port17", FIBER), three));
    assertThat(set.resultOn(odd))
        .containsExactly(
            new CrossConnect(path("port1", "port17", FIBER), three),
            open("port1", "port18", FIBER));
  }

  @Test
  void whatAStrangerOnlyStagedIsNoPartOfTheTable() {
    FabricState.Live staged =
        new FabricState.Live(open("com", "p1", slot(0, 4)), FabricState.Status.STAGED, true);
    FabricState now = new FabricState(7, Instant.EPOCH, List.of(staged));
    assertThat(changes(add("com", "p2", slot(0, 4))).resultOn(now))
        .containsExactly(open("com", "p2", slot(0, 4)));
  }

  @Test
  void anEmptyOrContradictorySetIsRefused() {
    assertThatThrownBy(ChangeSetTest::changes).hasMessageContaining("without a change");
    assertThatThrownBy(
            () ->
                changes(
                    add("port1", "port17", FIBER),
                    new Change.Remove(path("port1", "port17", FIBER))))
        .hasMessageContaining("two changes touch the path port1 -> port17");
  }

  @Test
  void aPathFromAPortToItselfIsRefused() {
    assertThatThrownBy(() -> path("port1", "port1", FIBER)).isInstanceOf(HalException.class);
  }

  @Test
  void aResultIsCompleteOnlyWhenAllIsKnownToBeApplied() {
    Change c = add("port1", "port17", FIBER);
    ChangeResult.Item yes = new ChangeResult.Item(c, ChangeResult.Fate.APPLIED, "");
    ChangeResult.Item no = new ChangeResult.Item(c, ChangeResult.Fate.NOT_APPLIED, "refused");
    ChangeResult.Item unknown = new ChangeResult.Item(c, ChangeResult.Fate.UNKNOWN, "silence");
    assertThat(new ChangeResult(List.of(yes, yes), state(8)).overall())
        .isEqualTo(ChangeResult.Overall.COMPLETE);
    assertThat(new ChangeResult(List.of(yes, no), state(8)).overall())
        .isEqualTo(ChangeResult.Overall.PARTIAL);
    assertThat(new ChangeResult(List.of(no, unknown), state(8)).overall())
        .isEqualTo(ChangeResult.Overall.PARTIAL);
    assertThat(new ChangeResult(List.of(no), state(7)).overall())
        .isEqualTo(ChangeResult.Overall.NOTHING_APPLIED);
  }

  @Test
  void aPlanIsApplicableUnlessSomethingSpeaksAgainstIt() {
    ChangeSet set = changes(add("port1", "port17", FIBER));
    SafetyVerdict allowed = new SafetyVerdict(SafetyVerdict.Decision.ALLOWED, "");
    SafetyVerdict refused = new SafetyVerdict(SafetyVerdict.Decision.REFUSED, "0 dBm at spad/in");
    assertThat(new Plan(set, List.of(), List.of(), allowed).isApplicable()).isTrue();
    assertThat(new Plan(set, List.of("collides"), List.of(), allowed).isApplicable()).isFalse();
    assertThat(new Plan(set, List.of(), List.of(), refused).isApplicable()).isFalse();
  }
}
