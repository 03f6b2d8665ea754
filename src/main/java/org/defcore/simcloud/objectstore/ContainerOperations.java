package org.defcore.simcloud.objectstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Calls about containers. */
final class ContainerOperations {

  private static final int LONGEST_NAME = 256;

  private final Accounts accounts;

  ContainerOperations(Accounts accounts) {
    this.accounts = accounts;
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    for (String slash : List.of("", "/")) {
      String one = " /v1/{account}/{container}" + slash;
      all.add(Operation.of("object-store.containers.list", "GET" + one, this::list));
      all.add(Operation.of("object-store.containers.show", "HEAD" + one, this::list));
      all.add(Operation.of("object-store.containers.create", "PUT" + one, this::create));
      all.add(Operation.of("object-store.containers.delete", "DELETE" + one, this::delete));
    }
    return all;
  }

  private Reply list(Incoming request) {
    Accounts.Summary container = accounts.get(OwnAccount.of(request), request.part("container"));
    List<ObjectNode> items = container.objects().stream().map(ContainerOperations::listed).toList();
    return Listing.of(request, items)
        .with("X-Container-Object-Count", String.valueOf(items.size()))
        .with("X-Container-Bytes-Used", String.valueOf(container.bytes()))
        .with("X-Timestamp", SwiftTimes.timestamp(container.created()))
        .with("Last-Modified", SwiftTimes.lastModified(container.created()))
        .with("Accept-Ranges", "bytes")
        .with("X-Storage-Policy", "Policy-0");
  }

  private static ObjectNode listed(StoredObject object) {
    return Json.object()
        .put("bytes", object.size())
        .put("hash", object.etag())
        .put("name", object.name())
        .put("content_type", object.metadata().contentType())
        .put("last_modified", SwiftTimes.listed(object.changed()));
  }

  private Reply create(Incoming request) {
    String account = OwnAccount.of(request);
    String name = request.part("container");
    if (name.length() > LONGEST_NAME) {
      throw SwiftPages.badName(
          "Container name length of %d longer than %d".formatted(name.length(), LONGEST_NAME));
    }
    if (name.contains("/")) {
      // However the slash was written, it parts a container from an object.
      throw SwiftPages.notFound();
    }
    return accounts.create(account, name) ? SwiftPages.bare(201) : SwiftPages.accepted();
  }

  private Reply delete(Incoming request) {
    accounts.remove(OwnAccount.of(request), request.part("container"));
    return SwiftPages.bare(204);
  }
}
