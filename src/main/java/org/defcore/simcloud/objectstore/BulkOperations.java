package org.defcore.simcloud.objectstore;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
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
  private static final int CHECKSUM = 148;

  List<Operation> operations() {
    return List.of(
        Operation.of("object-store.account.extract", "PUT /v1/{account}", this::extract),
        Operation.of("object-store.account.bulk-delete", "DELETE /v1/{account}", this::delete));
  }

  /** Takes archives without compression only, whose names are ASCII. */
  private Reply extract(Incoming request) throws IOException {
    String account = Access.own(request);
    if (!request.query("extract-archive").orElseThrow(SwiftPages::forbidden).equals("tar")) {
      throw SwiftPages.badName("Unsupported archive format");
    }
    Tally tally = Tally.ofFiles();
    String archive = new String(request.bytes(), ISO_8859_1);
    int at = 0;
    while (isHeader(archive, at)) {
      String[] path = archive.substring(at, at + 100).split("\0", 2)[0].split("/", 2);
      int size = Integer.parseInt(archive.substring(at + 124, at + 136).trim(), 8);
      at += BLOCK;
      byte[] data = archive.substring(at, at + size).getBytes(ISO_8859_1);
      if (path.length > 1) {
        tally.count(String.join("/", path), () -> put(account, path, data));
      }
      at += (size + BLOCK - 1) / BLOCK * BLOCK;
    }
    if (tally.isEmpty()) {
      tally.fail(400, "Invalid Tar File: No Valid Files");
    }
    return tally.reply(request);
  }

  /** Returns whether the block there has the sum that it says. */
  private static boolean isHeader(String archive, int at) {
    if (at + BLOCK > archive.length()) {
      return false;
    }
    String said = archive.substring(at + CHECKSUM, at + CHECKSUM + 8);
    int sum = archive.substring(at, at + BLOCK).chars().sum() - said.chars().sum() + 8 * ' ';
    return said.trim().equals("%06o".formatted(sum));
  }

  private void put(String account, String[] path, byte[] data) {
    StoredObject.Metadata metadata =
        new StoredObject.Metadata("application/octet-stream", Map.of(), Optional.empty());
    StoredObject object = StoredObject.of(path[1], data, metadata, clock.instant());
    accounts.create(account, path[0]);
    ContainerOperations.requireRoom(accounts.get(account, path[0]), object);
    if (!defects.on(ObjectStoreDefect.EXTRACTS_NO_OBJECTS)) {
      accounts.put(account, path[0], object);
    }
  }

  private Reply delete(Incoming request) throws IOException {
    String account = Access.own(request);
    if (request.query("bulk-delete").isEmpty()) {
      throw SwiftPages.forbidden();
    }
    Tally tally = Tally.ofDeletions();
    if (request.mediaType().equals("text/plain")) {
      new String(request.bytes(), UTF_8)
          .lines()
          .filter(it -> !it.isBlank())
          .forEach(it -> tally.count(it, () -> delete(account, it.strip())));
    }
    if (tally.isEmpty()) {
      tally.fail(400, "Invalid bulk delete.");
    }
    return tally.reply(request);
  }

  private void delete(String account, String line) {
    String name = URLDecoder.decode(line.replace("+", "%2B"), UTF_8).replaceFirst("^/", "");
    String[] path = name.split("/", 2);
    if (path.length > 1) {
      accounts.removeObject(account, path[0], path[1]);
    } else if (!defects.on(ObjectStoreDefect.BULK_KEEPS_CONTAINERS)) {
      accounts.remove(account, name);
    }
  }
}
