package org.defcore.simcloud.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HandClock clock = new HandClock();
  private final List<String> happened = new ArrayList<>();

  @Test
  void stagesFollowOneAnother() {
    Stages stages = new Stages(clock, new Pace(SECOND, SECOND));
    stages.then(() -> happened.add("built"));
    stages.then(() -> happened.add("active"));

    stages.settle();
    assertThat(happened).isEmpty();

    clock.pass(SECOND);
    stages.settle();
    assertThat(happened).containsExactly("built");

    clock.pass(SECOND);
    stages.settle();
    assertThat(happened).containsExactly("built", "active");
  }

  @Test
  void everythingIsDoneAtOnceAtNoPace() {
    Stages stages = new Stages(clock, Pace.INSTANT);
    stages.then(() -> happened.add("built"));
    stages.then(() -> happened.add("active"));

    stages.settle();

    assertThat(happened).containsExactly("built", "active");
  }

  @Test
  void changeThatLooksIsNotOvertaken() {
    Stages stages = new Stages(clock, Pace.INSTANT);
    stages.then(
        () -> {
          stages.settle();
          happened.add("saving");
        });
    stages.then(() -> happened.add("active"));

    stages.settle();

    assertThat(happened).containsExactly("saving", "active");
  }

  @Test
  void droppedStagesNeverCome() {
    Stages stages = new Stages(clock, Pace.INSTANT);
    stages.then(() -> happened.add("active"));

    stages.drop();
    stages.settle();

    assertThat(happened).isEmpty();
  }

  @Test
  void readsOneTimeOrTwoBounds() {
    assertThat(Pace.parse("200"))
        .isEqualTo(new Pace(Duration.ofMillis(200), Duration.ofMillis(200)));
    assertThat(Pace.parse("0-500").next()).isBetween(Duration.ZERO, Duration.ofMillis(500));
  }

  @Test
  void refusesWhatIsNoPace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pace.parse("fast"))
        .withMessage("expected milliseconds such as 200 or 0-500 but found \"fast\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pace.parse("9-5"))
        .withMessage("expected 5 ms at most but found 9 ms");
  }
}
