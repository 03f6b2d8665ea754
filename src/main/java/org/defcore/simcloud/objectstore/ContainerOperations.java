package org.defcore.simcloud.objectstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.jspecify.annotations.Nullable;

/** Calls about containers. */
final class ContainerOperations {

  private static final int LONGEST_NAME = 256;

  private static final String QUOTA = "X-Container-Meta-Quota-";

  private final Accounts accounts;
  private final Access access;
  private final Defects defects;

  ContainerOperations(Accounts accounts, Access access, Defects defects) {
    this.accounts = accounts;
    this.access = access;
    this.defects = defects;
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    for (String slash : List.of("", "/")) {
      String one = " /v1/{account}/{container}" + slash;
      all.add(Operation.open("object-store.containers.list", "GET" + one, this::list));
      all.add(Operation.open("object-store.containers.show", "HEAD" + one, this::list));
      all.add(Operation.of("object-store.containers.create", "PUT" + one, this::create));
      all.add(Operation.of("object-store.containers.update", "POST" + one, this::update));
      all.add(Operation.of("object-store.containers.delete", "DELETE" + one, this::delete));
    }
    return all;
  }

  private Reply list(Incoming request) {
    String account = access.of(request, Access.Right.READ);
    Accounts.Summary container = accounts.get(account, request.part("container"));
    List<ObjectNode> items = container.objects().stream().map(ContainerOperations::listed).toList();
    Map<String, String> notes = container.notes();
    if (!Access.isOwner(request, account)) {
      notes.keySet().removeAll(Access.hidden());
    }
    return Notes.shown(notes, Listing.of(request, "container " + container.name(), items))
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
    String account = Access.own(request);
    String name = request.part("container");
    if (name.length() > LONGEST_NAME) {
      throw SwiftPages.badName(
          "Container name length of %d longer than %d".formatted(name.length(), LONGEST_NAME));
    }
    if (name.contains("/")) {
      // However the slash was written, it parts a container from an object.
      throw SwiftPages.notFound();
    }
    checkQuotas(request);
    boolean made = accounts.create(account, name);
    accounts.note(account, name, it -> Notes.CONTAINER.changed(it, request));
    if (defects.on(ObjectStoreDefect.KEEPS_NO_OBJECTS)) {
      accounts.empty(account, name);
    }
    return made ? SwiftPages.bare(201) : SwiftPages.accepted();
  }

  private Reply update(Incoming request) {
    String account = Access.own(request);
    checkQuotas(request);
    accounts.note(account, request.part("container"), it -> Notes.CONTAINER.changed(it, request));
    return SwiftPages.bare(204);
  }

  private static void checkQuotas(Incoming request) {
    for (String of : List.of("bytes", "count")) {
      if (request.header(QUOTA + of).filter(it -> !it.matches("\\d*")).isPresent()) {
        throw SwiftPages.badName("Invalid " + of + " quota.");
      }
    }
  }

  /** Refuses another object where a quota has no room for it. */
  static void requireRoom(Accounts.Summary container, StoredObject object) {
    Map<String, String> notes = container.notes();
    long others =
        container.objects().stream()
            .filter(it -> it.name().equals(object.name()))
            .mapToLong(StoredObject::size)
            .sum();
    if (isOver(notes.get(QUOTA + "Bytes"), container.bytes() - others + object.size())
        || isOver(notes.get(QUOTA + "Count"), container.objects().size() + 1)) {
      throw SwiftPages.quotaExceeded();
    }
  }

  private static boolean isOver(@Nullable String quota, long wanted) {
    return quota != null && wanted > Long.parseLong(quota);
  }

  private Reply delete(Incoming request) {
    accounts.remove(Access.own(request), request.part("container"));
    return SwiftPages.bare(204);
  }
}
