package org.defcore.simcloud.objectstore;

import java.io.IOException;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.objectstore.Access.Right;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Calls about objects. */
final class ObjectOperations {

  /** Data are kept in memory, so they have to be small. */
  static final int LARGEST = 16 << 20;

  private static final int LONGEST_NAME = 1024;
  private static final String BYTES = "application/octet-stream";
  private static final String ONE = " /v1/{account}/{container}/{object*}";

  private final Accounts accounts;
  private final Access access;
  private final Clock clock;
  private final LargeObjects large;

  /** An object in the account. */
  private record Place(String container, String object) {

    static Place of(Incoming request) {
      return new Place(request.part("container"), request.part("object"));
    }

    /** Reads the header of a copy. */
    static Place of(String header) {
      String[] parts = header.replaceFirst("^/", "").split("/", 2);
      if (parts.length < 2 || parts[1].isEmpty()) {
        throw SwiftPages.preconditionFailed();
      }
      return new Place(decoded(parts[0]), decoded(parts[1]));
    }

    private static String decoded(String part) {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }

  ObjectOperations(Accounts accounts, Access access, Defects defects, Clock clock) {
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
    this.large = new LargeObjects(accounts, defects);
  }

  List<Operation> operations() {
    return List.of(
        Operation.open("object-store.objects.create", "PUT" + ONE, this::create),
        Operation.open("object-store.objects.copy", "COPY" + ONE, this::copy),
        Operation.open("object-store.objects.update", "POST" + ONE, this::update),
        Operation.open("object-store.objects.show", "HEAD" + ONE, this::read),
        Operation.open("object-store.objects.read", "GET" + ONE, this::read),
        Operation.open("object-store.objects.delete", "DELETE" + ONE, this::delete));
  }

  private Reply create(Incoming request) throws IOException {
    try {
      access.of(request, Right.WRITE);
    } catch (Refusal refused) {
      if (access.defects().on(ObjectStoreDefect.REFUSED_IS_MADE)) {
        made(request);
      }
      throw refused;
    }
    return made(request);
  }

  private Reply made(Incoming request) throws IOException {
    Place to = Place.of(request);
    if (to.object().length() > LONGEST_NAME) {
      throw SwiftPages.badRequest(
          "Object name length of %d longer than %d".formatted(to.object().length(), LONGEST_NAME));
    }
    Optional<String> source = request.header("X-Copy-From");
    if (source.isPresent()) {
      return copied(request, Place.of(source.get()), to);
    }
    byte[] data = request.body().readNBytes(LARGEST + 1);
    if (data.length > LARGEST) {
      throw SwiftPages.tooLarge();
    }
    Instant now = clock.instant();
    StoredObject.Metadata metadata = metadata(request, guess(to.object()), Map.of(), now);
    StoredObject object = StoredObject.of(to.object(), data, metadata, now);
    boolean manifest = request.query("multipart-manifest").filter("put"::equals).isPresent();
    if (request.header("Etag").filter(it -> !manifest && !it.equals(object.etag())).isPresent()) {
      throw SwiftPages.unprocessable(SwiftTimes.lastModified(now));
    }
    StoredObject made =
        manifest ? object.joining(large.segments(request.part("account"), data)) : object;
    return written(request, to, made);
  }

  private Reply written(Incoming request, Place to, StoredObject object) {
    String account = request.part("account");
    ContainerOperations.requireRoom(accounts.get(account, to.container()), object);
    boolean unlessThere = request.header("If-None-Match").filter("*"::equals).isPresent();
    if (unlessThere
        && accounts.get(account, to.container()).objects().stream()
            .anyMatch(it -> it.name().equals(to.object()))) {
      throw SwiftPages.preconditionFailed();
    }
    accounts.put(account, to.container(), object);
    boolean joined = !object.segments().isEmpty();
    return SwiftPages.bare(201)
        .with("Etag", joined ? large.read(account, object).etag() : object.etag())
        .with("Last-Modified", SwiftTimes.lastModified(object.changed()));
  }

  private static String guess(String name) {
    return Optional.ofNullable(URLConnection.guessContentTypeFromName(name)).orElse(BYTES);
  }

  private Reply copy(Incoming request) {
    Optional<String> target = request.header("Destination");
    if (target.isEmpty()) {
      throw SwiftPages.preconditionFailed();
    }
    Place from = Place.of(request);
    Reply reply = copied(request, from, Place.of(target.get()));
    if (access.defects().on(ObjectStoreDefect.COPY_MOVES)) {
      accounts.removeObject(request.part("account"), from.container(), from.object());
    }
    return reply;
  }

  /** Copies data and metadata; headers of the request take precedence. */
  private Reply copied(Incoming request, Place from, Place to) {
    String account = access.of(request, from.container(), Right.READ);
    access.of(request, to.container(), Right.WRITE);
    StoredObject source = accounts.served(account, from.container(), from.object());
    Instant now = clock.instant();
    StoredObject.Metadata before = source.metadata();
    StoredObject.Metadata metadata = metadata(request, before.contentType(), before.custom(), now);
    byte[] data = large.read(account, source).data();
    Reply reply = written(request, to, StoredObject.of(to.object(), data, metadata, now));
    return Notes.shown(metadata.custom(), reply)
        .with("X-Copied-From", from.container() + "/" + from.object())
        .with("X-Copied-From-Account", account)
        .with("X-Copied-From-Last-Modified", SwiftTimes.lastModified(source.changed()));
  }

  private Reply update(Incoming request) {
    Instant now = clock.instant();
    accounts.change(
        access.of(request, Right.WRITE),
        request.part("container"),
        request.part("object"),
        it -> it.with(metadata(request, it.metadata().contentType(), Map.of(), now), now));
    return SwiftPages.accepted();
  }

  private static StoredObject.Metadata metadata(
      Incoming request, String type, Map<String, String> custom, Instant now) {
    return new StoredObject.Metadata(
        request.header("Content-Type").orElse(type),
        Notes.OBJECT.changed(custom, request),
        Expiry.deleteAt(request, now));
  }

  private Reply read(Incoming request) {
    String account = access.of(request, Right.READ);
    StoredObject object =
        accounts.served(account, request.part("container"), request.part("object"));
    StoredObject.Metadata metadata = object.metadata();
    Reply reply =
        Notes.shown(
            metadata.custom(), Reply.empty(200).with("Content-Type", metadata.contentType()));
    if (metadata.deleteAt().isPresent()) {
      reply = reply.with("X-Delete-At", String.valueOf(metadata.deleteAt().get()));
    }
    if (!object.segments().isEmpty()) {
      reply = reply.with("X-Static-Large-Object", "True").with("X-Manifest-Etag", object.etag());
    }
    LargeObjects.Whole whole = large.read(account, object);
    Reply shown =
        Portion.of(request, whole)
            .shown(reply)
            .with("Etag", whole.etag())
            .with("Last-Modified", SwiftTimes.lastModified(object.changed()))
            .with("X-Timestamp", SwiftTimes.timestamp(object.changed()));
    return shown.status() == 412 ? shown : shown.with("Accept-Ranges", "bytes");
  }

  private Reply delete(Incoming request) {
    String account = access.of(request, Right.WRITE);
    Place place = Place.of(request);
    boolean all = request.query("multipart-manifest").filter("delete"::equals).isPresent();
    List<String> segments =
        all ? accounts.object(account, place.container(), place.object()).segments() : List.of();
    Tally tally = Tally.ofDeletions();
    for (String path : segments) {
      Place segment = Place.of(path);
      tally.count(
          path, () -> accounts.removeObject(account, segment.container(), segment.object()));
    }
    accounts.removeObject(account, place.container(), place.object());
    tally.count(place.object(), () -> {});
    return all ? tally.reply(request) : SwiftPages.bare(204);
  }
}
