package org.defcore.simcloud.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.defcore.simcloud.pace.HandClock;
import org.defcore.simcloud.pace.Pace;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.junit.jupiter.api.Test;

class ShelfTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HandClock clock = new HandClock();
  private final Timing timing = new Timing(clock, new Pace(SECOND, SECOND));
  private final Shelf<String> shelf = Shelf.of(new Object(), timing, ShelfTest::missing);

  private static Refusal missing(String id) {
    return new Refusal(Reply.empty(404), "no " + id);
  }

  @Test
  void aProjectSeesItsOwnNewestFirst() {
    shelf.add("1", "own", "first");
    shelf.add("2", "other", "foreign");
    shelf.add("3", "own", "second");

    assertThat(shelf.all("own")).containsExactly("second", "first");
    assertThat(shelf.everyone(it -> true)).containsExactly("second", "foreign", "first");
    assertThat(shelf.everyone(it -> it.startsWith("f"))).containsExactly("foreign", "first");
    assertThat(shelf.find("own", "2")).isEmpty();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> shelf.require("own", "2"))
        .withMessage("no 2");
  }

  @Test
  void aResourceCanKnowWhatIsToComeOfIt() {
    Shelf<StringBuilder> texts = Shelf.of(new Object(), timing, ShelfTest::missing);
    texts.make(
        "1",
        "own",
        stages -> {
          StringBuilder made = new StringBuilder("new");
          stages.then(() -> made.append("er"));
          return made;
        });

    assertThat(texts.require("own", "1")).hasToString("new");
    clock.pass(SECOND);
    assertThat(texts.require("own", "1")).hasToString("newer");
    assertThat(texts.add("1", "own", new StringBuilder())).isFalse();
  }

  @Test
  void sharedDocumentsAreSeenByAllAndOwnedByOne() {
    Shelf<ObjectNode> documents =
        Shelf.ofDocuments(
            new Object(), timing, ShelfTest::missing, it -> it.path("shared").asBoolean());
    documents.add("1", "own", Json.object().put("shared", true));

    assertThat(documents.find("other", "1")).isPresent();
    assertThat(documents.owns("own", "1")).isTrue();
    assertThat(documents.owns("other", "1")).isFalse();
  }

  @Test
  void documentsAreCopied() {
    Shelf<ObjectNode> documents =
        Shelf.ofDocuments(new Object(), timing, ShelfTest::missing, it -> false);
    ObjectNode made = Json.object().put("name", "old");
    documents.add("1", "own", made);
    made.put("name", "new");
    documents.require("own", "1").put("name", "newer");

    assertThat(documents.require("own", "1").path("name").asText()).isEqualTo("old");
  }

  @Test
  void anIdIsUsedOnce() {
    assertThat(shelf.add("1", "own", "first")).isTrue();
    shelf.remove("1");

    assertThat(shelf.add("1", "own", "again")).isFalse();
    assertThat(shelf.all("own")).isEmpty();
  }

  @Test
  void changesComeStageByStage() {
    shelf.add("1", "own", "creating");
    shelf.later("1", it -> "available");
    shelf.removeLater("1");

    assertThat(shelf.require("own", "1")).isEqualTo("creating");
    clock.pass(SECOND);
    assertThat(shelf.require("own", "1")).isEqualTo("available");
    assertThat(shelf.isAtRest("1")).isFalse();
    clock.pass(SECOND);
    assertThat(shelf.find("own", "1")).isEmpty();
  }

  @Test
  void changesCanWaitForSomethingElse() {
    AtomicBoolean ready = new AtomicBoolean();
    shelf.add("1", "own", "uploading");
    shelf.later("1", ready::get, it -> "available");

    clock.pass(SECOND);
    assertThat(shelf.require("own", "1")).isEqualTo("uploading");
    ready.set(true);
    assertThat(shelf.require("own", "1")).isEqualTo("available");
    assertThat(shelf.isAtRest("1")).isTrue();
  }

  @Test
  void aRefusedChangeChangesNothing() {
    shelf.add("1", "own", "old");

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                shelf.change(
                    "1",
                    it -> {
                      throw missing("way");
                    }));
    assertThat(shelf.change("1", it -> it + "er")).isEqualTo("older");
    assertThat(shelf.require("own", "1")).isEqualTo("older");
  }

  @Test
  void whatIsGoneHasNothingToCome() {
    shelf.add("1", "own", "creating");
    shelf.later("1", it -> "available");
    shelf.remove("1");
    clock.pass(SECOND);

    assertThat(shelf.everyone(it -> true)).isEmpty();
  }
}
