package org.defcore.hostile;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defcore.http.RawServer.Talk;

/** A long body that is made while it is sent: a beginning, one block many times, an end. */
record Filling(String head, String block, int times, String tail) {

  private static final int BLOCK = 64 * 1024;

  static Filling of(String unit, int bytes) {
    return of("", unit, bytes, "");
  }

  static Filling of(String head, String unit, int bytes, String tail) {
    String block = unit.repeat(Math.min(bytes, BLOCK) / unit.length());
    return new Filling(head, block, bytes / block.length(), tail);
  }

  /** Pieces with a number each, between two texts. */
  static Filling numbered(String before, String after, int number) {
    String block =
        IntStream.range(0, number)
            .mapToObj(it -> before + (1_000_000 + it) + after)
            .collect(Collectors.joining());
    return new Filling("[", block, 1, "");
  }

  /** Answers with it, as JSON. */
  Talk asJson() {
    byte[] bytes = block.getBytes(StandardCharsets.US_ASCII);
    long length = head.length() + tail.length() + (long) times * bytes.length;
    return connection -> {
      connection.request();
      connection.send(
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(length, head));
      for (int i = 0; i < times; i++) {
        connection.send(bytes);
      }
      connection.send(tail);
    };
  }
}
