package org.defcore.simcloud.objectstore;

import java.io.IOException;
import java.net.URLConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.simcloud.wire.Content;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Calls about objects. */
final class ObjectOperations {

  /** Data are kept in memory, so they have to be small. */
  static final int LARGEST = 16 << 20;

  private static final int LONGEST_NAME = 1024;
  private static final String CUSTOM = "x-object-meta-";
  private static final String BYTES = "application/octet-stream";
  private static final String ONE = " /v1/{account}/{container}/{object*}";

  private final Accounts accounts;
  private final Clock clock;

  ObjectOperations(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("object-store.objects.create", "PUT" + ONE, this::create),
        Operation.of("object-store.objects.update", "POST" + ONE, this::update),
        Operation.of("object-store.objects.show", "HEAD" + ONE, this::read),
        Operation.of("object-store.objects.read", "GET" + ONE, this::read),
        Operation.of("object-store.objects.delete", "DELETE" + ONE, this::delete));
  }

  private Reply create(Incoming request) throws IOException {
    String account = OwnAccount.of(request);
    String name = request.part("object");
    if (name.length() > LONGEST_NAME) {
      throw SwiftPages.badRequest(
          "Object name length of %d longer than %d".formatted(name.length(), LONGEST_NAME));
    }
    Instant now = clock.instant();
    StoredObject.Metadata metadata = metadata(request, guess(name), now);
    byte[] data = request.body().readNBytes(LARGEST + 1);
    if (data.length > LARGEST) {
      throw SwiftPages.tooLarge();
    }
    StoredObject object = StoredObject.of(name, data, metadata, now);
    accounts.put(account, request.part("container"), object);
    return SwiftPages.bare(201)
        .with("Etag", object.etag())
        .with("Last-Modified", SwiftTimes.lastModified(now));
  }

  private static String guess(String name) {
    return Optional.ofNullable(URLConnection.guessContentTypeFromName(name)).orElse(BYTES);
  }

  private Reply update(Incoming request) {
    Instant now = clock.instant();
    accounts.change(
        OwnAccount.of(request),
        request.part("container"),
        request.part("object"),
        it -> it.with(metadata(request, it.metadata().contentType(), now), now));
    return SwiftPages.accepted();
  }

  /** Reads the metadata of an object; those that a request does not repeat are gone. */
  private StoredObject.Metadata metadata(Incoming request, String type, Instant now) {
    Map<String, String> custom = new TreeMap<>();
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (name.startsWith(CUSTOM)) {
                custom.put(capitalized(name), value);
              }
            });
    return new StoredObject.Metadata(
        request.header("Content-Type").orElse(type), custom, Expiry.deleteAt(request, now));
  }

  private static String capitalized(String header) {
    StringBuilder name = new StringBuilder(header);
    for (int i = 0; i < name.length(); i++) {
      if (i == 0 || name.charAt(i - 1) == '-') {
        name.setCharAt(i, Character.toUpperCase(name.charAt(i)));
      }
    }
    return name.toString();
  }

  private Reply read(Incoming request) {
    StoredObject object =
        accounts.find(OwnAccount.of(request), request.part("container"), request.part("object"));
    if (object.isExpired(clock.instant())) {
      throw SwiftPages.notFound();
    }
    StoredObject.Metadata metadata = object.metadata();
    Reply reply =
        Reply.empty(200)
            .withContent(Content.of(object.data()))
            .with("Content-Type", metadata.contentType());
    for (Map.Entry<String, String> header : metadata.custom().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    if (metadata.deleteAt().isPresent()) {
      reply = reply.with("X-Delete-At", String.valueOf(metadata.deleteAt().get()));
    }
    return reply
        .with("Etag", object.etag())
        .with("Last-Modified", SwiftTimes.lastModified(object.changed()))
        .with("X-Timestamp", SwiftTimes.timestamp(object.changed()))
        .with("Accept-Ranges", "bytes");
  }

  private Reply delete(Incoming request) {
    accounts.removeObject(
        OwnAccount.of(request), request.part("container"), request.part("object"));
    return SwiftPages.bare(204);
  }
}
