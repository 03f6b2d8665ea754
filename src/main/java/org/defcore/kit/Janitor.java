package org.defcore.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.defcore.clouds.Session;
import org.defcore.http.message.Recording;
import org.defcore.kit.resource.CleanupAccess;
import org.defcore.kit.resource.Disposal;
import org.defcore.kit.resource.ResourceKind;

/**
 * Removes resources that the ledger names. One counts as gone only after a 404 of the service
 * itself.
 */
public final class Janitor {

  /** The time to look for a resource of which only the name is known. */
  public static final Duration LATE = Duration.ofSeconds(5);

  private final CleanupAccess access;
  private final Poll poll;

  public Janitor(Session session, Recording recording, Poll poll) {
    this.access = new CleanupAccess(session, recording);
    this.poll = poll;
  }

  /**
   * Removes one resource; one that is not there any more, or never was, is no error.
   *
   * @param late how long one without an id may take to show up: a request whose answer was lost may
   *     still be under way in the cloud
   * @return how many there were to remove: several may bear the name if a request was sent again
   * @throws RuntimeException if it may still be there
   */
  public int remove(Ledger.Entry entry, Duration late) {
    List<String> begun = begin(entry, late);
    confirm(entry.kind(), begun);
    return begun.size();
  }

  /**
   * Has the cloud begin to remove one resource.
   *
   * @return ids of what is to be gone soon
   */
  List<String> begin(Ledger.Entry entry, Duration late) {
    Disposal disposal = entry.kind().disposal(access);
    List<String> begun = new ArrayList<>();
    for (String id : ids(entry, disposal, late)) {
      int status =
          poll.until(
              "DELETE of " + entry.kind().word() + " " + id + " to be accepted",
              () -> disposal.delete(id),
              it -> it < 400 || it == 404,
              it -> !disposal.mayPass(it));
      if (status != 404) {
        begun.add(id);
      }
    }
    return begun;
  }

  private List<String> ids(Ledger.Entry entry, Disposal disposal, Duration late) {
    return entry
        .id()
        .map(List::of)
        .orElseGet(
            () ->
                poll.within(late)
                    .last(
                        entry + " to show up",
                        () -> disposal.named(entry.name()),
                        it -> !it.isEmpty()));
  }

  /** Waits until what was begun is done. */
  void confirm(ResourceKind kind, List<String> begun) {
    Disposal disposal = kind.disposal(access);
    for (String id : begun) {
      poll.until(
          kind.word() + " " + id + " to be gone", () -> disposal.status(id), it -> it == 404);
    }
  }
}
