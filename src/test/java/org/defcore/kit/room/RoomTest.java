package org.defcore.kit.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoomTest {

  @Holds(volumes = 1)
  private static final class Source {}

  @Holds(volumes = 2, shared = Source.class)
  private static final class Three {}

  @Holds(volumes = 1, snapshots = 1, moreGigabytes = 1, shared = Three.class)
  static final class Larger {

    void likeAll() {}

    @Holds(volumes = 3)
    void unlike() {}
  }

  @Test
  void isGivenToWhomItSufficesOnceItIsGivenBack() {
    Room room = new Room(new Holding(2, 1, 5));
    Holding two = new Holding(2, 0, 2);
    room.take(two);
    room.take(Holding.NONE);

    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> room.take(two));
    assertThat(waiting).isNotDone();
    room.giveBack(two);

    assertThat(waiting).succeedsWithin(Duration.ofMinutes(1));
  }

  @Test
  void isNotAwaitedIfThereIsNeverAsMuch() {
    assertThatThrownBy(() -> new Room(new Holding(2, 1, 5)).take(new Holding(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isCountedOfATestAndOfAllFixturesThatItShares() {
    assertThat(Holding.of(Larger.class)).isEqualTo(new Holding(1, 1, 3));
    assertThat(Holding.shared(Larger.class)).containsExactly(Three.class, Source.class);
    assertThat(Holding.of(RoomTest.class)).isEqualTo(Holding.NONE);
    assertThat(Holding.shared(RoomTest.class)).isEmpty();
  }

  @Test
  void isThatOfItsClassForATestThatHasNoneOfItsOwn() throws NoSuchMethodException {
    Method likeAll = Larger.class.getDeclaredMethod("likeAll");
    Method unlike = Larger.class.getDeclaredMethod("unlike");

    assertThat(Holding.of(likeAll)).isEqualTo(Holding.of(Larger.class));
    assertThat(Holding.shared(likeAll)).containsExactly(Three.class, Source.class);
    assertThat(Holding.of(unlike)).isEqualTo(new Holding(3, 0, 3));
    assertThat(Holding.shared(unlike)).isEmpty();
  }
}
