package replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The recorded and answered requests in their order, with one request for each wait. */
record Traffic(List<Exchange> exchanges, int answered, int unanswered) {

  static Traffic read(Path evidence) throws IOException {
    List<Exchange> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(evidence, "*.har")) {
      for (Path file : files) {
        for (JsonNode entry : Replay.JSON.readTree(file.toFile()).at("/log/entries")) {
          all.add(Exchange.of(file.getFileName().toString(), entry));
        }
      }
    }
    List<Exchange> answered =
        all.stream()
            .filter(it -> it.status() != 0)
            .sorted(Comparator.comparing(Exchange::started).thenComparing(Exchange::ended))
            .toList();
    return new Traffic(withoutWaits(answered), answered.size(), all.size() - answered.size());
  }

  /** Host and port of the login, which a simulated cloud has for all services. */
  String authority() {
    return URI.create(exchanges.get(0).url()).getAuthority();
  }

  /**
   * Keeps the last request of each wait, which is repeated until the fresh cloud has reached the same state.
   */
  private static List<Exchange> withoutWaits(List<Exchange> all) {
    List<Exchange> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Exchange it = all.get(i);
      boolean repeated =
          all.subList(i + 1, all.size()).stream()
              .filter(it::isAskedAbout)
              .findFirst()
              .filter(it::asksAsDoes)
              .isPresent();
      if (it.isAtRest() || !repeated) {
        kept.add(it);
      }
    }
    return kept;
  }

  /** Files in the order in which they began, each with its requests in their order. */
  Map<String, List<Exchange>> byFile() {
    return exchanges.stream()
        .collect(Collectors.groupingBy(Exchange::file, LinkedHashMap::new, Collectors.toList()));
  }

  int testsAtATime() {
    List<List<Exchange>> tests =
        byFile().entrySet().stream()
            .filter(it -> Exchange.isOfTest(it.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return tests.stream().mapToInt(it -> running(it.get(0).started(), tests)).max().orElse(1);
  }

  private static int running(Instant at, List<List<Exchange>> tests) {
    return (int)
        tests.stream()
            .filter(it -> !it.get(0).started().isAfter(at))
            .filter(it -> it.stream().anyMatch(one -> !one.ended().isBefore(at)))
            .count();
  }
}
