package org.defcore.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.defcore.kit.Ledger.Event;
import org.defcore.kit.resource.ResourceKind;

/**
 * The content of a ledger, however damaged: a line that cannot be read costs that line alone. A
 * last line that was cut off by a crash is no damage: the request of such an intent was never sent,
 * and everything else can be determined again.
 *
 * @param open in the order of the intents
 * @param unreadable lines that may name a resource which nobody can tell, each with the reason
 */
public record LedgerContent(List<Open> open, List<String> unreadable) {

  /**
   * A resource that may still be in the cloud.
   *
   * @param since time of the last line about it; long ago where the ledger has none
   */
  public record Open(Ledger.Entry entry, Instant since) {}

  public LedgerContent {
    open = List.copyOf(open);
    unreadable = List.copyOf(unreadable);
  }

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** The beginning of a line, also where it was glued to half of another. */
  private static final Pattern BEGINNING = Pattern.compile("(?=\\{\"event\":)");

  /** A line; its kind may be one that this version does not know. */
  private record Line(
      Event event, Role role, String kind, String name, Optional<String> id, Instant at) {

    boolean isOf(Line other) {
      return role == other.role && kind.equals(other.kind) && name.equals(other.name);
    }

    /**
     * Two may bear one name: an id is never another's, and an intent is that of one id after it.
     */
    Optional<Line> settled(List<Line> open) {
      if (event == Event.INTENT) {
        return Optional.empty();
      }
      Optional<Line> same =
          open.stream().filter(this::isOf).filter(it -> it.id.equals(id)).findFirst();
      return event != Event.CREATED
          ? same
          : same.or(
              () -> open.stream().filter(this::isOf).filter(it -> it.id.isEmpty()).findFirst());
    }
  }

  /** Reads a ledger; one that was never begun is empty. */
  public static LedgerContent read(Path path) {
    List<Line> open = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    String[] lines = text(path).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean cutOff = i == lines.length - 1;
      for (String piece : BEGINNING.splitAsStream(lines[i]).toList()) {
        Optional<Line> read = parse(piece);
        read.flatMap(it -> it.settled(open)).ifPresent(open::remove);
        read.filter(it -> it.event == Event.INTENT || it.event == Event.CREATED)
            .ifPresent(open::add);
        if (read.isEmpty() && !piece.isBlank() && !cutOff) {
          unreadable.add("%s: line %d: no line of a ledger".formatted(path, i + 1));
        }
      }
    }
    List<Open> known = new ArrayList<>();
    for (Line line : open) {
      ResourceKind.parse(line.kind)
          .ifPresentOrElse(
              it -> known.add(new Open(entry(line, it), line.at)),
              () ->
                  unreadable.add("%s: %s %s: unknown kind".formatted(path, line.kind, line.name)));
    }
    return new LedgerContent(known, unreadable);
  }

  private static Ledger.Entry entry(Line line, ResourceKind kind) {
    return new Ledger.Entry(line.role, kind, line.name, line.id);
  }

  private static Optional<Line> parse(String text) {
    // A character that stands for octets that are no UTF-8 is in no name.
    if (text.indexOf('\uFFFD') >= 0) {
      return Optional.empty();
    }
    try {
      JsonNode node = JSON.readTree(text);
      Optional<Event> event = Event.parse(node.path("event").asText());
      Optional<Role> role =
          Arrays.stream(Role.values())
              .filter(it -> it.name().equals(node.path("role").asText()))
              .findFirst();
      String kind = node.path("kind").asText();
      String name = node.path("name").asText();
      if (event.isEmpty() || role.isEmpty() || kind.isBlank() || name.isBlank()) {
        return Optional.empty();
      }
      Optional<String> id = Optional.ofNullable(node.path("id").textValue());
      return Optional.of(new Line(event.get(), role.get(), kind, name, id, at(node)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Instant at(JsonNode line) {
    try {
      return Instant.parse(line.path("at").asText());
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private static String text(Path path) {
    try {
      return Files.exists(path) ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends a last line that lacks only its end, so that it is not dropped before the next one. */
  static void endLastLine(Path path) {
    String text = text(path);
    String last = text.substring(text.lastIndexOf('\n') + 1);
    if (parse(last).isPresent()) {
      try {
        Files.writeString(path, "\n", StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
