package org.defcore.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.defcore.kit.resource.CleanupAccess;
import org.defcore.kit.resource.Disposal;
import org.defcore.kit.resource.ResourceKind;
import org.defcore.kit.resource.Sight;
import org.defcore.kit.resource.Sight.Presence;
import org.defcore.result.Plan;

/**
 * Removes resources that the ledger names. One counts as gone only after a 404 of the service
 * itself.
 */
public final class Janitor {

  /** The time to look for a resource of which only the name is known. */
  public static final Duration LATE = Duration.ofSeconds(5);

  /** The time after that in which it is looked for once more, at the end of a run. */
  static final Duration VERY_LATE = Duration.ofSeconds(30);

  private static final int MOST_DELETES = 4;
  private static final Duration BETWEEN_DELETES = Duration.ofSeconds(2);

  private final CleanupAccess access;
  private final Poll poll;

  public Janitor(CleanupAccess access, Poll poll) {
    this.access = access;
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
   * Removes as {@link #remove} what the ledger of another process names, if it bears a name of the
   * run in the cloud's own answer: a ledger may have been mixed up.
   *
   * @param prefix of all names of the run
   * @throws RuntimeException also if it is another's
   */
  public int removeOwn(Ledger.Entry entry, Duration late, String prefix) {
    Disposal disposal = entry.kind().disposal(access);
    disposal.checkService();
    Predicate<String> own = it -> isOwn(entry.kind().word() + " " + it, disposal.see(it), prefix);
    List<String> there = ids(entry, disposal, late).stream().filter(own).toList();
    if (there.isEmpty() && entry.id().isPresent()) {
      there = otherwiseNamed(entry, disposal).stream().filter(own).toList();
    }
    List<String> begun = begin(entry.kind(), disposal, there);
    confirm(entry.kind(), begun);
    return begun.size();
  }

  private static boolean isOwn(String what, Sight seen, String prefix) {
    if (seen.presence() == Presence.UNTOLD) {
      throw new AssertionError("expected to see " + what + " but found " + seen);
    }
    if (!seen.isGone()
        && !seen.name().replaceFirst("^" + Cleanup.SNAPSHOT_OF, "").startsWith(prefix)) {
      throw new AssertionError(
          "expected a name of the run, %s…, but found \"%s\": it is not the run's, and stays"
              .formatted(prefix, seen.name()));
    }
    return !seen.isGone();
  }

  /**
   * Has the cloud begin to remove one resource.
   *
   * @return ids of what is to be gone soon
   */
  List<String> begin(Ledger.Entry entry, Duration late) {
    Disposal disposal = entry.kind().disposal(access);
    List<String> begun = begin(entry.kind(), disposal, ids(entry, disposal, late));
    return begun.isEmpty() && entry.id().isPresent()
        ? begin(entry.kind(), disposal, otherwiseNamed(entry, disposal))
        : begun;
  }

  /**
   * As {@link #begin}, of a resource that was seen: one that is gone has no other in its place, and
   * while a run lasts, another may bear its name.
   */
  List<String> beginById(Ledger.Entry entry) {
    return begin(entry.kind(), entry.kind().disposal(access), entry.id().stream().toList());
  }

  /** Resources that bear the name though their creation was answered with an id of none. */
  private static List<String> otherwiseNamed(Ledger.Entry entry, Disposal disposal) {
    return entry.name().startsWith(Plan.RUN_PREFIX) ? disposal.named(entry.name()) : List.of();
  }

  private List<String> begin(ResourceKind kind, Disposal disposal, List<String> ids) {
    List<String> begun = new ArrayList<>();
    for (String id : ids) {
      int status =
          poll.until(
              "DELETE of " + kind.word() + " " + id + " to be accepted",
              () -> disposal.delete(id),
              it -> it < 400 || it == 404,
              it -> !disposal.mayPass(it));
      if (status != 404 || !disposal.see(id).isGone()) {
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
    begun.forEach(it -> confirm(kind.word() + " " + it, disposal, it));
  }

  /** An accepted deletion may have no effect: then it is requested again, a few times. */
  private void confirm(String what, Disposal disposal, String id) {
    for (int deletes = 1; ; deletes++) {
      Sight seen = poll.until(what + " to be gone", () -> disposal.see(id), Sight::isSettled);
      if (seen.isGone()) {
        return;
      }
      boolean kept = seen.presence() == Presence.KEPT;
      if (deletes == MOST_DELETES && !kept) {
        throw new AssertionError(
            "expected %s to be gone after %d DELETEs but found %s".formatted(what, deletes, seen));
      }
      // What a cloud keeps for a while and lets nobody force goes by itself.
      if (deletes == MOST_DELETES || (disposal.deleteAgain(id, seen) >= 400 && kept)) {
        return;
      }
      poll.pass(what + " to be gone", BETWEEN_DELETES.multipliedBy(deletes));
    }
  }
}
