package org.defcore.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferTest {

  private static final Applicability MACHINES_THAT_SLEEP =
      new Applicability(
          Set.of(Operation.SUSPEND, Operation.RESIZE),
          Set.of(Kind.VIRTUAL_MACHINE, Kind.BARE_METAL));

  private static Optional<Offer.Mismatch> mismatch(Optional<Kind> kind, Operation... notOffered) {
    return new Offer(kind, Set.of(notOffered)).mismatch(MACHINES_THAT_SLEEP);
  }

  @Test
  void whatIsNotDeclaredRulesNothingOut() {
    assertThat(Offer.EVERYTHING.mismatch(MACHINES_THAT_SLEEP)).isEmpty();
    assertThat(mismatch(Optional.of(Kind.BARE_METAL), Operation.REBUILD)).isEmpty();
    assertThat(new Offer(Optional.of(Kind.ZONE), Set.of()).mismatch(Applicability.EVERYWHERE))
        .isEmpty();
  }

  @Test
  void operationThatIsNotOfferedRulesOutWhatRestsOnIt() {
    assertThat(mismatch(Optional.empty(), Operation.SUSPEND, Operation.RESIZE, Operation.REBUILD))
        .contains(
            new Offer.Mismatch(
                "not-offered",
                "the test depends on operations that are declared as not offered: resize, suspend"));
  }

  @Test
  void otherKindRulesOutWhatRestsOnAKind() {
    assertThat(mismatch(Optional.of(Kind.ZONE)))
        .contains(
            new Offer.Mismatch(
                "other-kind",
                "the test depends on the kind virtual-machine or bare-metal, and the declared kind"
                    + " is zone"));
  }

  @Test
  void operationIsToldBeforeTheKind() {
    assertThat(mismatch(Optional.of(Kind.ZONE), Operation.SUSPEND).map(Offer.Mismatch::code))
        .contains("not-offered");
  }
}
