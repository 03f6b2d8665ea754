package org.defcore.kit.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {

  @Holds(volumes = 1)
  private static final class Source {}

  @Holds(volumes = 2, shared = Source.class)
  private static final class Three {}

  @Holds(volumes = 1, snapshots = 1, moreGigabytes = 1, shared = Three.class)
  private static final class Larger {}

  @Test
  void isTakenAsAWholeOrNotAtAll() {
    Room room = new Room(new Holding(2, 1, 5));
    Holding two = new Holding(2, 0, 2);

    assertThat(room.take(new Holding(1, 2, 3))).isFalse();
    assertThat(room.take(two)).isTrue();
    assertThat(room.take(new Holding(1, 0, 1))).isFalse();
    assertThat(room.take(Holding.NONE)).isTrue();
    room.giveBack(two);
    assertThat(room.take(two)).isTrue();
  }

  @Test
  void isCountedOfATestAndOfAllFixturesThatItShares() {
    assertThat(Holding.of(Larger.class)).isEqualTo(new Holding(1, 1, 3));
    assertThat(Holding.shared(Larger.class)).containsExactly(Three.class, Source.class);
    assertThat(Holding.of(RoomTest.class)).isEqualTo(Holding.NONE);
    assertThat(Holding.shared(RoomTest.class)).isEmpty();
  }
}
