package org.defcore.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.defcore.clouds.OpenStack4j;
import org.defcore.clouds.Session;
import org.defcore.http.Recording;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.common.ActionResponse;
import org.openstack4j.model.image.v2.Image;

/**
 * Removes what the ledger names and sees it gone. Finds and deletes through openstack4j; that a
 * resource is gone is believed only on a 404 of the service itself.
 */
public final class Janitor {

  /** How long to look for a resource of which only the name is known. */
  public static final Duration LATE = Duration.ofSeconds(5);

  private final Session session;
  private final Recording recording;
  private final Poll poll;

  public Janitor(Session session, Recording recording, Poll poll) {
    this.session = session;
    this.recording = recording;
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
    List<String> ids =
        entry
            .id()
            .map(List::of)
            .orElseGet(
                () ->
                    poll.within(late)
                        .last(
                            entry + " to show up",
                            () -> idsNamed(entry.kind(), entry.name()),
                            it -> !it.isEmpty()));
    int removed = 0;
    for (String id : ids) {
      if (statusOf(entry.kind(), id) != 404) {
        delete(entry.kind(), id);
        removed++;
      }
    }
    return removed;
  }

  private void delete(ResourceKind kind, String id) {
    poll.until(
        "DELETE of " + kind.word() + " " + id + " to be accepted",
        () -> ask(kind, id).getCode(),
        it -> it < 400 || it == 404,
        // A conflict may pass; any other refusal stays.
        it -> it != 409);
    poll.until(kind.word() + " " + id + " to be gone", () -> statusOf(kind, id), it -> it == 404);
  }

  /** The answer to a request to delete; openstack4j does not throw for every refusal. */
  private ActionResponse ask(ResourceKind kind, String id) {
    return cloud(
        os ->
            switch (kind) {
              case IMAGE -> os.imagesV2().delete(id);
              case KEY_PAIR -> os.compute().keypairs().delete(id);
            });
  }

  private int statusOf(ResourceKind kind, String id) {
    return switch (kind) {
      case IMAGE -> status("image", imagePath(id));
      case KEY_PAIR -> status("compute", "/os-keypairs/" + id);
    };
  }

  private String imagePath(String id) {
    boolean versioned = session.service("image", recording).base().getPath().matches(".*/v2.*");
    return (versioned ? "" : "/v2") + "/images/" + id;
  }

  private int status(String service, String path) {
    return session.service(service, recording).get(path).send().status();
  }

  private List<String> idsNamed(ResourceKind kind, String name) {
    return switch (kind) {
      case IMAGE -> imagesNamed(name);
      case KEY_PAIR -> statusOf(kind, name) == 404 ? List.of() : List.of(name);
    };
  }

  /** Reads page by page and compares names itself: a cloud may ignore the filter. */
  private List<String> imagesNamed(String name) {
    List<String> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<String, String> query = new HashMap<>(Map.of("name", name));
    for (List<? extends Image> page = page(query); !page.isEmpty(); page = page(query)) {
      page.stream().filter(it -> name.equals(it.getName())).map(Image::getId).forEach(found::add);
      String last = page.get(page.size() - 1).getId();
      if (!seen.add(last)) {
        break;
      }
      query.put("marker", last);
    }
    return found.stream().distinct().toList();
  }

  private List<? extends Image> page(Map<String, String> query) {
    return cloud(os -> os.imagesV2().list(query));
  }

  private <R> R cloud(Function<OSClientV3, R> call) {
    return Objects.requireNonNull(new OpenStack4j(session).call(recording, call));
  }
}
