package org.defcore.kit;

import org.defcore.kit.resource.VolumeSnapshotDisposal;
import org.defcore.kit.resource.VolumeDisposal;
import org.defcore.kit.resource.ServerDisposal;
import org.defcore.kit.resource.ServerBatchDisposal;
import org.defcore.kit.resource.SecurityGroupDisposal;
import org.defcore.kit.resource.ResourceKind;
import org.defcore.kit.resource.KeyPairDisposal;
import org.defcore.kit.resource.ImageDisposal;
import org.defcore.kit.resource.Disposal;
import org.defcore.kit.resource.ContainerDisposal;
import org.defcore.kit.resource.CleanupAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.defcore.clouds.Session;
import org.defcore.http.message.Recording;

/**
 * Removes what the ledger names and sees it gone. Finds and deletes through openstack4j; that a
 * resource is gone is believed only on a 404 of the service itself.
 */
public final class Janitor {

  /** How long to look for a resource of which only the name is known. */
  public static final Duration LATE = Duration.ofSeconds(5);

  private final CleanupAccess reach;
  private final Poll poll;

  public Janitor(Session session, Recording recording, Poll poll) {
    this.reach = new CleanupAccess(session, recording);
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
    Disposal disposal = of(entry.kind());
    List<String> ids =
        entry
            .id()
            .map(List::of)
            .orElseGet(
                () ->
                    poll.within(late)
                        .last(
                            entry + " to show up",
                            () -> disposal.named(entry.name()),
                            it -> !it.isEmpty()));
    List<String> begun = new ArrayList<>();
    for (String id : ids) {
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

  /** Waits until what was begun is done. */
  void confirm(ResourceKind kind, List<String> begun) {
    Disposal disposal = of(kind);
    for (String id : begun) {
      poll.until(
          kind.word() + " " + id + " to be gone", () -> disposal.status(id), it -> it == 404);
    }
  }

  private Disposal of(ResourceKind kind) {
    return switch (kind) {
      case CONTAINER -> new ContainerDisposal(reach);
      case IMAGE -> new ImageDisposal(reach);
      case KEY_PAIR -> new KeyPairDisposal(reach);
      case SECURITY_GROUP -> new SecurityGroupDisposal(reach);
      case SERVER -> new ServerDisposal(reach);
      case SERVER_BATCH -> new ServerBatchDisposal(new ServerDisposal(reach));
      case VOLUME -> new VolumeDisposal(reach);
      case VOLUME_SNAPSHOT -> new VolumeSnapshotDisposal(reach);
    };
  }
}
