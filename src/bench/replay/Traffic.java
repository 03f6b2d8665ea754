package replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that was recorded and answered, in the order of the requests. */
record Traffic(List<Exchange> exchanges, int unanswered) {

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
    return new Traffic(answered, all.size() - answered.size());
  }

  /** Host and port of the recorded cloud: a simulated cloud has one for all services. */
  String authority() {
    return URI.create(exchanges.get(0).url()).getAuthority();
  }

  int atATime() {
    return exchanges.stream().mapToInt(this::runningAtStartOf).max().orElse(1);
  }

  private int runningAtStartOf(Exchange it) {
    return (int)
        exchanges.stream()
            .filter(other -> !other.started().isAfter(it.started()))
            .filter(other -> other == it || other.ended().isAfter(it.started()))
            .count();
  }
}
