package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.runner.LedgerBench.CREATED;
import static org.defcore.runner.LedgerBench.INTENT;
import static org.defcore.runner.LedgerBench.NOON;
import static org.defcore.runner.LedgerBench.RUN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.defcore.clouds.TinyCloud;
import org.defcore.http.LocalServer.Reply;
import org.defcore.result.RunFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clean-up by a ledger that ends after any of its bytes, in a cloud that has images alone. */
class CutLedgersTest {

  private static final String IMAGES = "/image/v2/images";
  private static final String FIRST = RUN + "-image-1";
  private static final String SECOND = RUN + "-image-2";
  private static final String LEDGER =
      CREATED.formatted(FIRST, "own-1") + INTENT.formatted(NOON, "image", SECOND);

  /** The run's own and the user's resources, as JSON by their paths. */
  private final Map<String, String> begin = new TreeMap<>();

  private final Map<String, String> there = new ConcurrentSkipListMap<>();
  private final TinyCloud cloud = new TinyCloud().serving("image");
  private final CloudAccess access = CloudAccess.login(cloud.config(), Optional.empty());
  private final LedgerCleaner cleaner =
      new LedgerCleaner(
          Duration.ofSeconds(2),
          Clock.offset(Clock.systemUTC(), Duration.ofDays(1)),
          new SteppingTime());

  @BeforeEach
  void populate() {
    image("own-1", FIRST);
    image("own-2", SECOND);
    image("users-1", "x" + FIRST);
    image("users-2", FIRST + "-copy");
    image("users-3", "x" + SECOND);
    image("users-4", SECOND + "0");
    cloud.on("GET " + IMAGES, it -> list());
    for (String path : begin.keySet()) {
      cloud.on("GET " + path, it -> found(there.get(path), 200));
      cloud.on("DELETE " + path, it -> found(there.remove(path), 204));
    }
  }

  @AfterEach
  void close() {
    access.close();
    cloud.close();
  }

  @Test
  void ledgerCutAnywhereHasAllThatIsReadableRemovedAndNothingElse(@TempDir Path dir)
      throws IOException {
    byte[] whole = LEDGER.getBytes(StandardCharsets.UTF_8);
    RunFolder folder = LedgerBench.run(dir, access, access.users(), whole);
    for (int cut = 0; cut <= whole.length; cut++) {
      there.putAll(begin);
      Files.write(folder.ledger(), Arrays.copyOf(whole, cut));
      Map<String, String> left = new TreeMap<>(begin);
      // The end of a line is no part of what it says.
      if (cut >= LEDGER.indexOf("}\n") + 1) {
        left.remove(IMAGES + "/own-1");
      }
      if (cut >= LEDGER.lastIndexOf("}\n") + 1) {
        left.remove(IMAGES + "/own-2");
      }

      LedgerCleaner.Report report = clean(folder);

      assertThat(there).as("after a cut at %d", cut).isEqualTo(left);
      assertThat(report.removed()).as("at %d", cut).hasSize(begin.size() - left.size());
      assertThat(report.left()).as("cut at %d", cut).isEmpty();
      assertThat(clean(folder))
          .as("the next clean-up after a cut at %d", cut)
          .extracting(LedgerCleaner.Report::removed, LedgerCleaner.Report::left)
          .containsExactly(List.of(), List.of());
    }
  }

  private LedgerCleaner.Report clean(RunFolder folder) {
    return cleaner.clean(folder, folder.plan(), Optional.of(access));
  }

  private void image(String id, String name) {
    begin.put(IMAGES + "/" + id, "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(id, name));
  }

  private Reply list() {
    return Reply.json(200, "{\"images\":[" + String.join(",", there.values()) + "]}");
  }

  private static Reply found(@Nullable String json, int status) {
    return json == null ? Reply.json(404, "{}") : Reply.json(status, status == 200 ? json : "");
  }
}
