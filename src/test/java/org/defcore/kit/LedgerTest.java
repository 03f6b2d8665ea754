package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.defcore.kit.Ledger.Entry;
import org.defcore.kit.resource.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  @TempDir Path dir;

  private Entry image(String name, String id) {
    return new Entry(
        Role.MEMBER, ResourceKind.IMAGE, name, Optional.of(id).filter(it -> !it.isEmpty()));
  }

  @Test
  void intentIsInTheFileBeforeTheLedgerIsClosed() throws IOException {
    Path file = dir.resolve("ledger.jsonl");
    try (Ledger ledger = Ledger.open(file)) {
      ledger.intend(image("run-image-1", ""));

      assertThat(Files.readString(file))
          .isEqualTo(
              "{\"event\":\"intent\",\"role\":\"MEMBER\",\"kind\":\"image\",\"name\":\"run-image-1\"}\n");
    }
  }

  @Test
  void whatWasMadeAndNotSeenGoneIsOutstandingInOrder() {
    Path file = dir.resolve("ledger.jsonl");
    try (Ledger ledger = Ledger.open(file)) {
      ledger.intend(image("a", ""));
      ledger.created(image("a", "1"));
      ledger.intend(image("b", ""));
      ledger.deleted(image("a", "1"));
      ledger.intend(new Entry(Role.OTHER_MEMBER, ResourceKind.KEY_PAIR, "c", Optional.empty()));
      ledger.created(new Entry(Role.OTHER_MEMBER, ResourceKind.KEY_PAIR, "c", Optional.of("c")));
    }

    assertThat(Ledger.outstanding(file))
        .extracting(Entry::toString)
        .containsExactly("image b", "key-pair c");
  }

  @Test
  void twoOfOneNameAreOutstandingEachForItself() {
    Path file = dir.resolve("ledger.jsonl");
    try (Ledger ledger = Ledger.open(file)) {
      for (String id : List.of("1", "2", "3")) {
        ledger.intend(image("a", ""));
        ledger.created(image("a", id));
      }
      ledger.deleted(image("a", "2"));
    }

    assertThat(Ledger.outstanding(file)).containsExactly(image("a", "1"), image("a", "3"));
  }

  @Test
  void lineThatACrashCutOffIsPassedOver() throws IOException {
    Path file = dir.resolve("ledger.jsonl");
    try (Ledger ledger = Ledger.open(file)) {
      ledger.intend(image("a", ""));
    }
    Files.writeString(file, "{\"event\":\"int", StandardOpenOption.APPEND);

    assertThat(Ledger.outstanding(file)).containsExactly(image("a", ""));
  }

  @Test
  void lineThatACrashCutOffDoesNotSpoilTheOneAfterIt() throws IOException {
    Path file = dir.resolve("ledger.jsonl");
    try (Ledger ledger = Ledger.open(file)) {
      ledger.intend(image("a", ""));
    }
    Files.writeString(file, "{\"event\":\"created\",\"na", StandardOpenOption.APPEND);

    try (Ledger ledger = Ledger.open(file)) {
      ledger.deleted(image("a", ""));
    }

    assertThat(Ledger.outstanding(file)).isEmpty();
    assertThat(Files.readAllLines(file)).hasSize(2).allMatch(it -> it.endsWith("}"));
  }

  @Test
  void ledgerThatWasNeverBegunHasNothingOutstanding() {
    assertThat(Ledger.outstanding(dir.resolve("ledger.jsonl"))).isEmpty();
  }
}
