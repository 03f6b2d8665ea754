package org.defcore.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.defcore.kit.resource.DisposableUser;
import org.defcore.kit.resource.ResourceKind;
import org.defcore.result.LineFile;

/**
 * Write-ahead list of every resource that a run creates: one JSON object a line, in the file before
 * the request is on the wire, so that a run that dies can still be cleaned. Safe for use by many
 * threads.
 */
public final class Ledger {

  private static final ObjectMapper JSON = new ObjectMapper();

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

  /** The events in the life of a resource. */
  enum Event {
    INTENT,
    CREATED,
    DELETED,
    /** Nothing came of the intent: it was refused, or nothing was there long after it. */
    ABSENT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Event> parse(String word) {
      return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
  }

  private final LineFile file;
  private final Clock clock;

  /**
   * A ledger to begin or to go on with.
   *
   * @param path made with the first line if it is not there
   */
  public Ledger(Path path, Clock clock) {
    LedgerContent.endLastLine(path);
    this.file = new LineFile(path);
    this.clock = clock;
  }

  /** The place for names of passwords that no test asked for. */
  public DisposableUser.Names passwords() {
    return new DisposableUser.Names() {
      @Override
      public void intend(String name) {
        Ledger.this.intend(entry(name));
      }

      @Override
      public void absent(String name) {
        Ledger.this.absent(entry(name));
      }

      private Entry entry(String name) {
        return new Entry(Role.MEMBER, ResourceKind.USER_PASSWORD, name, Optional.empty());
      }
    };
  }

  void intend(Entry entry) {
    write(Event.INTENT, entry);
  }

  void created(Entry entry) {
    write(Event.CREATED, entry);
  }

  /** Notes that a resource was there and was seen to be gone. */
  public void deleted(Entry entry) {
    write(Event.DELETED, entry);
  }

  /** Notes that nothing came of an intent, and nothing will. */
  public void absent(Entry entry) {
    write(Event.ABSENT, entry);
  }

  private void write(Event event, Entry entry) {
    ObjectNode line = JSON.createObjectNode();
    line.put("event", event.word());
    line.put("at", clock.instant().toString());
    line.put("role", entry.role().name());
    line.put("kind", entry.kind().word());
    line.put("name", entry.name());
    entry.id().ifPresent(it -> line.put("id", it));
    try {
      file.append(line.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Resources that may still be in the cloud according to a ledger. */
  public static List<Entry> outstanding(Path path) {
    return LedgerContent.read(path).open().stream().map(LedgerContent.Open::entry).toList();
  }
}
