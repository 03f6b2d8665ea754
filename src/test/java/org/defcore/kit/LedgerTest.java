package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.defcore.kit.Ledger.Entry;
import org.defcore.kit.resource.ResourceKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  @TempDir Path dir;
  private Path file;
  private Ledger ledger;

  @BeforeEach
  void open() {
    file = dir.resolve("ledger.jsonl");
    ledger = reopened();
  }

  private Ledger reopened() {
    return new Ledger(file, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private static Entry image(String name, String id) {
    return new Entry(
        Role.MEMBER, ResourceKind.IMAGE, name, Optional.of(id).filter(it -> !it.isEmpty()));
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void intentIsInTheFileAtOnceWithItsTime() throws IOException {
    ledger.intend(image("run-image-1", ""));

    assertThat(Files.readString(file))
        .isEqualTo(
            "{\"event\":\"intent\",\"at\":\"2026-11-30T12:00:00Z\",\"role\":\"MEMBER\",\"kind\":\"image\",\"name\":\"run-image-1\"}\n");
    assertThat(LedgerContent.read(file).open())
        .containsExactly(new LedgerContent.Open(image("run-image-1", ""), NOON));
  }

  @Test
  void whatWasMadeAndNotSeenGoneIsOutstandingInOrder() {
    ledger.intend(image("a", ""));
    ledger.created(image("a", "1"));
    ledger.intend(image("b", ""));
    ledger.deleted(image("a", "1"));
    ledger.intend(new Entry(Role.OTHER_MEMBER, ResourceKind.KEY_PAIR, "c", Optional.empty()));
    ledger.created(new Entry(Role.OTHER_MEMBER, ResourceKind.KEY_PAIR, "c", Optional.of("c")));
    ledger.intend(image("d", ""));
    ledger.absent(image("d", ""));

    assertThat(Ledger.outstanding(file))
        .extracting(Entry::toString)
        .containsExactly("image b", "key-pair c");
  }

  @Test
  void twoOfOneNameAreOutstandingEachForItself() {
    for (String id : List.of("1", "2", "3")) {
      ledger.intend(image("a", ""));
      ledger.created(image("a", id));
    }
    ledger.deleted(image("a", "2"));

    assertThat(Ledger.outstanding(file)).containsExactly(image("a", "1"), image("a", "3"));
  }

  @Test
  void answerToOneOfTwoIntentsOfANameLeavesTheOtherOpen() {
    ledger.intend(image("a", ""));
    ledger.intend(image("a", ""));
    ledger.created(image("a", "1"));
    ledger.deleted(image("a", "1"));

    assertThat(Ledger.outstanding(file)).containsExactly(image("a", ""));
  }

  @Test
  void anotherUsersResourceOfTheNameIsAnother() {
    ledger.intend(image("a", ""));
    ledger.intend(new Entry(Role.OTHER_MEMBER, ResourceKind.IMAGE, "a", Optional.empty()));
    ledger.deleted(image("a", ""));

    assertThat(Ledger.outstanding(file)).extracting(Entry::role).containsExactly(Role.OTHER_MEMBER);
  }

  @Test
  void lineThatACrashCutOffIsPassedOverAndDoesNotSpoilTheOneAfterIt() throws IOException {
    ledger.intend(image("a", ""));
    append("{\"event\":\"created\",\"na");

    assertThat(LedgerContent.read(file))
        .isEqualTo(
            new LedgerContent(List.of(new LedgerContent.Open(image("a", ""), NOON)), List.of()));
    reopened().deleted(image("a", ""));

    assertThat(Ledger.outstanding(file)).isEmpty();
    assertThat(Files.readAllLines(file)).hasSize(2).allMatch(it -> it.endsWith("}"));
  }

  @Test
  void lineThatLacksNothingButItsEndCountsAndStays() throws IOException {
    ledger.intend(image("a", ""));
    Files.write(file, Files.readString(file).strip().getBytes(StandardCharsets.UTF_8));

    assertThat(Ledger.outstanding(file)).containsExactly(image("a", ""));
    reopened().intend(image("b", ""));

    assertThat(Ledger.outstanding(file)).containsExactly(image("a", ""), image("b", ""));
  }

  @Test
  void ledgerCutAtAnyByteTellsWhatItsWholeLinesDo() throws IOException {
    for (String name : List.of("a", "b", "c")) {
      ledger.intend(image(name, ""));
      ledger.created(image(name, "1"));
    }
    ledger.deleted(image("a", "1"));
    byte[] whole = Files.readAllBytes(file);
    List<String> lines = Files.readAllLines(file);
    for (int length = 0; length <= whole.length; length++) {
      String cut = new String(whole, 0, length, StandardCharsets.UTF_8);
      long readable = cut.lines().filter(lines::contains).count();
      Files.writeString(file, String.join("\n", lines.subList(0, (int) readable)) + "\n");
      List<Entry> expected = Ledger.outstanding(file);
      Files.writeString(file, cut);

      assertThat(LedgerContent.read(file).unreadable()).isEmpty();
      assertThat(Ledger.outstanding(file)).as("cut at %d", length).isEqualTo(expected);
    }
  }

  @Test
  void damagedLineCostsThatLineAndIsNamed() throws IOException {
    String line = "{\"event\":\"intent\",\"role\":\"MEMBER\",\"kind\":\"image\",\"name\":\"%s\"}";
    for (String broken :
        List.of(
            "{\"event\":\"intent\",\"ro",
            "{\"event\":\"inte" + line.formatted("glued"),
            "\0\0\0\0" + line.formatted("glued"),
            line.formatted("x") + "}",
            line.formatted("x").replace("image", ""),
            line.formatted("x").replace("MEMBER", "KING"),
            line.formatted("x").replace("intent", "sold"),
            "42")) {
      Files.deleteIfExists(file);
      append(line.formatted("a") + "\n" + broken + "\n\n" + line.formatted("b") + "\n");

      LedgerContent content = LedgerContent.read(file);
      assertThat(content.unreadable())
          .as(broken)
          .containsExactly(file + ": line 2: no line of a ledger");
      assertThat(content.open())
          .as(broken)
          .extracting(it -> it.entry().name())
          .filteredOn(it -> !it.equals("glued"))
          .containsExactly("a", "b");
      assertThat(content.open()).hasSize(broken.endsWith("\"glued\"}") ? 3 : 2);
    }
  }

  @Test
  void lineThatIsNoUtf8CostsThatLineAlone() throws IOException {
    ledger.intend(image("a", ""));
    Files.write(
        file,
        "{\"event\":\"intent\",\"role\":\"MEMBER\",\"kind\":\"image\",\"name\":\"\u00e4\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1),
        StandardOpenOption.APPEND);
    ledger.intend(image("b", ""));

    assertThat(Ledger.outstanding(file)).containsExactly(image("a", ""), image("b", ""));
    assertThat(LedgerContent.read(file).unreadable()).hasSize(1);
  }

  @Test
  void kindOfALaterVersionIsNamedUntilThatVersionHasRemovedIt() throws IOException {
    String line =
        "{\"event\":\"%s\",\"role\":\"MEMBER\",\"kind\":\"balloon\",\"name\":\"run-7\"}\n";
    append(line.formatted("intent"));

    assertThat(LedgerContent.read(file).unreadable())
        .containsExactly(file + ": balloon run-7: unknown kind");

    append(line.formatted("deleted"));

    assertThat(LedgerContent.read(file).unreadable()).isEmpty();
  }

  @Test
  void ledgerThatWasNeverBegunHasNothingOutstanding() {
    assertThat(LedgerContent.read(file)).isEqualTo(new LedgerContent(List.of(), List.of()));
  }
}
