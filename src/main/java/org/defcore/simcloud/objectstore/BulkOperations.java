package org.defcore.simcloud.objectstore;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Calls about many objects and containers of an account at once. */
record BulkOperations(Accounts accounts, Clock clock, Defects defects) {

  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE = 124;
  private static final int CHECKSUM = 148;
  private static final int NUMBER = 12;

  List<Operation> operations() {
    return List.of(
        Operation.of("object-store.account.extract", "PUT /v1/{account}", this::extract),
        Operation.of("object-store.account.bulk-delete", "DELETE /v1/{account}", this::delete));
  }

  /** Takes archives without compression only. */
  private Reply extract(Incoming request) throws IOException {
    String account = Access.own(request);
    String form = request.query("extract-archive").orElseThrow(SwiftPages::forbidden);
    if (!form.equals("tar")) {
      throw SwiftPages.badName("Unsupported archive format");
    }
    ByteBuffer archive = ByteBuffer.wrap(request.bytes());
    Tally tally = Tally.ofFiles();
    if (!archive.hasRemaining()) {
      tally.fail(400, "Invalid Tar File: empty file");
      return tally.reply(request);
    }
    while (archive.remaining() >= BLOCK && archive.get(archive.position()) != 0) {
      if (!isHeader(archive)) {
        tally.fail(400, "Invalid Tar File: invalid header");
        return tally.reply(request);
      }
      file(account, archive, tally);
    }
    if (tally.isEmpty()) {
      tally.fail(400, "Invalid Tar File: No Valid Files");
    }
    return tally.reply(request);
  }

  private void file(String account, ByteBuffer archive, Tally tally) {
    String[] path = text(archive, 0, NAME).split("/", 2);
    byte[] data = new byte[Integer.parseInt(text(archive, SIZE, NUMBER), 8)];
    int start = archive.position() + BLOCK;
    archive.get(start, data);
    int blocks = (data.length + BLOCK - 1) / BLOCK;
    archive.position(Math.min(archive.limit(), start + blocks * BLOCK));
    if (path.length < 2 || path[1].isEmpty()) {
      return;
    }
    tally.count(
        String.join("/", path),
        () -> {
          StoredObject.Metadata metadata =
              new StoredObject.Metadata("application/octet-stream", Map.of(), Optional.empty());
          StoredObject object = StoredObject.of(path[1], data, metadata, clock.instant());
          accounts.create(account, path[0]);
          ContainerOperations.requireRoom(accounts.get(account, path[0]), object);
          if (!defects.on(ObjectStoreDefect.EXTRACTS_NO_OBJECTS)) {
            accounts.put(account, path[0], object);
          }
        });
  }

  /** Returns whether the next block is a header, whose bytes add up to its checksum. */
  private static boolean isHeader(ByteBuffer archive) {
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= CHECKSUM && i < CHECKSUM + 8;
      sum += own ? ' ' : archive.get(archive.position() + i) & 0xff;
    }
    return text(archive, CHECKSUM, 8).equals("%06o".formatted(sum));
  }

  private static String text(ByteBuffer archive, int at, int length) {
    byte[] bytes = new byte[length];
    archive.get(archive.position() + at, bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.replaceFirst("(?s)\0.*", "").strip();
  }

  private Reply delete(Incoming request) throws IOException {
    String account = Access.own(request);
    Tally tally = Tally.ofDeletions();
    if (request.query("bulk-delete").isEmpty()) {
      throw SwiftPages.forbidden();
    }
    if (!request.mediaType().equals("text/plain")) {
      tally.fail(406, "");
      return tally.reply(request);
    }
    new String(request.bytes(), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .forEach(it -> tally.count(it, () -> delete(account, it)));
    if (tally.isEmpty()) {
      tally.fail(400, "Invalid bulk delete.");
    }
    return tally.reply(request);
  }

  private void delete(String account, String line) {
    String[] path =
        URLDecoder.decode(line.replace("+", "%2B"), StandardCharsets.UTF_8)
            .replaceFirst("^/", "")
            .split("/", 2);
    if (path.length > 1) {
      accounts.removeObject(account, path[0], path[1]);
    } else if (!defects.on(ObjectStoreDefect.BULK_KEEPS_CONTAINERS)) {
      accounts.remove(account, path[0]);
    }
  }
}
