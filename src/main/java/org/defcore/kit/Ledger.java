package org.defcore.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.defcore.kit.resource.ResourceKind;
import org.defcore.result.RunException;

/**
 * Write-ahead list of every resource that a run creates: one JSON object a line, in the file before
 * the request is on the wire, so that a run that dies can still be cleaned. Safe for use by many
 * threads.
 */
public final class Ledger implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LINE = Pattern.compile("\n");

  /**
   * A resource that may be in the cloud.
   *
   * @param name of this run alone; two resources bear the same one where a test wants that
   * @param id absent while, or if for ever, the answer to the create call is not known
   */
  public record Entry(Role role, ResourceKind kind, String name, Optional<String> id) {

    /** {@code image 5f1c… (run-image-1)}, or its name alone if no id is known. */
    @Override
    public String toString() {
      return id.filter(it -> !it.equals(name))
          .map(it -> kind.word() + " " + it + " (" + name + ")")
          .orElse(kind.word() + " " + name);
    }
  }

  private enum Event {
    INTENT,
    CREATED,
    DELETED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final FileChannel file;

  private Ledger(FileChannel file) {
    this.file = file;
  }

  /**
   * Opens a ledger to go on with; the file is made if it is not there. A last line that was cut off
   * by a crash is dropped: what is appended must not become a part of it.
   */
  public static Ledger open(Path path) {
    try {
      dropCutOffLine(path);
      return new Ledger(
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void dropCutOffLine(Path path) throws IOException {
    if (Files.exists(path)) {
      byte[] bytes = Files.readAllBytes(path);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      if (end < bytes.length) {
        try (FileChannel whole = FileChannel.open(path, StandardOpenOption.WRITE)) {
          whole.truncate(end);
        }
      }
    }
  }

  void intend(Entry entry) {
    write(Event.INTENT, entry);
  }

  void created(Entry entry) {
    write(Event.CREATED, entry);
  }

  /** Notes that a resource was seen to be gone. */
  public void deleted(Entry entry) {
    write(Event.DELETED, entry);
  }

  private void write(Event event, Entry entry) {
    ObjectNode line = JSON.createObjectNode();
    line.put("event", event.word());
    line.put("role", entry.role().name());
    line.put("kind", entry.kind().word());
    line.put("name", entry.name());
    entry.id().ifPresent(it -> line.put("id", it));
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    synchronized (file) {
      try {
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Resources that may still be in the cloud according to a ledger, in the order of the intents. A
   * last line that was cut off by a crash is skipped: the request of such an intent was never sent,
   * and everything else can be determined again.
   *
   * @throws RunException for another line that is none of a ledger
   */
  public static List<Entry> outstanding(Path path) {
    List<Entry> left = new ArrayList<>();
    int number = 0;
    for (String line : lines(path)) {
      String place = path + ": line " + ++number + ": ";
      JsonNode node = parse(line, place);
      Optional<ResourceKind> kind = ResourceKind.parse(node.path("kind").asText());
      if (kind.isEmpty()) {
        continue;
      }
      Entry entry =
          new Entry(
              role(node.path("role").asText(), place),
              kind.get(),
              node.path("name").asText(),
              Optional.ofNullable(node.path("id").textValue()));
      left.removeIf(it -> isSettledBy(entry, it));
      if (!node.path("event").asText().equals(Event.DELETED.word())) {
        left.add(entry);
      }
    }
    return List.copyOf(left);
  }

  /** Two may bear one name; an id is never another's, and an intent is that of the id after it. */
  private static boolean isSettledBy(Entry later, Entry earlier) {
    return earlier.kind() == later.kind()
        && earlier.name().equals(later.name())
        && (earlier.id().isEmpty() || earlier.id().equals(later.id()));
  }

  private static List<String> lines(Path path) {
    if (!Files.exists(path)) {
      return List.of();
    }
    try {
      String text = Files.readString(path);
      List<String> lines = new ArrayList<>(LINE.splitAsStream(text).toList());
      if (!text.endsWith("\n") && !lines.isEmpty()) {
        lines.remove(lines.size() - 1);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String line, String place) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new RunException(place + "expected a JSON object: " + e.getOriginalMessage());
    }
  }

  private static Role role(String name, String place) {
    return Arrays.stream(Role.values())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RunException(
                    "%sexpected a role of %s but found \"%s\""
                        .formatted(place, Arrays.toString(Role.values()), name)));
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
