package org.defcore.kit;

import java.util.List;
import java.util.Objects;
import org.defcore.clouds.OpenStack4j;
import org.defcore.clouds.Session;
import org.defcore.http.Recording;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.image.v2.Image;

/**
 * Removes what the ledger names and sees it gone. Finds and deletes through openstack4j; that a
 * resource is gone is believed only on a 404 of the service itself.
 */
public final class Janitor {

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
   * @throws RuntimeException if it may still be there
   */
  public void remove(Ledger.Entry entry) {
    List<String> ids =
        entry.id().map(List::of).orElseGet(() -> idsNamed(entry.kind(), entry.name()));
    for (String id : ids) {
      delete(entry.kind(), id);
    }
  }

  private void delete(ResourceKind kind, String id) {
    if (statusOf(kind, id) == 404) {
      return;
    }
    cloud(
        os ->
            switch (kind) {
              case IMAGE -> os.imagesV2().delete(id);
              case KEY_PAIR -> os.compute().keypairs().delete(id);
            });
    poll.until(kind.word() + " " + id + " to be gone", () -> statusOf(kind, id), it -> it == 404);
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
      case IMAGE ->
          cloud(os -> os.imagesV2().list(java.util.Map.of("name", name))).stream()
              .map(Image::getId)
              .toList();
      case KEY_PAIR -> List.of(name);
    };
  }

  private <R> R cloud(java.util.function.Function<OSClientV3, R> call) {
    return Objects.requireNonNull(new OpenStack4j(session).call(recording, call));
  }
}
