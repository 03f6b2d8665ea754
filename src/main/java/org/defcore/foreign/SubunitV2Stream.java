package org.defcore.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The stream that stestr and Tempest write. Nothing but packets may be in it: where one is broken,
 * what follows could be anything.
 */
final class SubunitV2Stream implements ResultFormat {

  private static final int IN_PROGRESS = 2;

  @Override
  public String title() {
    return "subunit v2 stream";
  }

  @Override
  public boolean begins(String head) {
    return !head.isEmpty() && head.charAt(0) == SubunitPacket.SIGNATURE;
  }

  @Override
  public void read(InputStream in, Gathered into) throws IOException {
    SourceBytes bytes = new SourceBytes(in, Long.MAX_VALUE);
    Map<String, RunningTest> running = new LinkedHashMap<>();
    while (true) {
      String where = "byte " + bytes.at();
      Optional<SubunitPacket> next = SubunitPacket.next(bytes);
      if (next.isEmpty()) {
        break;
      }
      if (!next.get().test().isEmpty()) {
        take(next.get(), where, running, into);
      }
    }
    running.values().stream()
        .filter(RunningTest::hasBegun)
        .forEach(it -> into.add(it.ended(SourceStatus.UNFINISHED)));
  }

  private static void take(
      SubunitPacket packet, String where, Map<String, RunningTest> running, Gathered into)
      throws FormatProblem {
    Optional<SourceStatus> status = status(packet.status());
    boolean says = status.isPresent() || packet.status() == IN_PROGRESS;
    if (!says && packet.file().isEmpty()) {
      return;
    }
    String key = packet.route() + "\n" + packet.test();
    RunningTest test = running.get(key);
    if (test == null) {
      test = into.begin(where, packet.test());
      running.put(key, test);
    }
    if (packet.status() == IN_PROGRESS) {
      test.begins(packet.time());
    }
    if (!packet.file().isEmpty() && packet.content().hasRemaining()) {
      test.attachments().add(packet.file(), packet.mime(), packet.content().array());
    }
    if (status.isPresent()) {
      into.add(test.ended(status.get(), packet.time()));
      running.remove(key);
    }
  }

  /** The end of a test; empty while it has none. */
  private static Optional<SourceStatus> status(int number) {
    return switch (number) {
      case 3 -> Optional.of(SourceStatus.SUCCESS);
      case 4 -> Optional.of(SourceStatus.UNEXPECTED_SUCCESS);
      case 5 -> Optional.of(SourceStatus.SKIP);
      case 6 -> Optional.of(SourceStatus.FAILURE);
      case 7 -> Optional.of(SourceStatus.EXPECTED_FAILURE);
      default -> Optional.empty();
    };
  }
}
