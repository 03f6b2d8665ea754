package org.defcore.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.defcore.guideline.TestId;
import org.defcore.http.har.Har;
import org.defcore.http.json.ShapeException;
import org.defcore.http.message.Exchange;
import org.defcore.result.remark.Remark;

/** Reads what a run has kept, past what is broken. */
final class RunReader {

  private final RunFiles files;
  private final OutcomesFile.Content written;
  private final Predicate<String> evident;
  private final TreeSet<String> problems = new TreeSet<>();
  private final Map<String, Boolean> seen = new HashMap<>();

  /**
   * @param evident files of evidence that count as kept, wherever they are
   */
  RunReader(RunFiles files, OutcomesFile.Content written, Predicate<String> evident) {
    this.files = files;
    this.written = written;
    this.evident = evident;
  }

  /** Reads on without that file, and says so. */
  private interface Reading<T> {
    T read();
  }

  RunRecord record(Plan plan) {
    Optional<Manifest> manifest = manifest();
    problems.addAll(written.broken());
    List<Fact> observation = past(() -> observation(files), List.of());
    List<TestResult> results = results(plan);
    List<Remark> remarks = past(() -> RemarksFile.read(files), List.of());
    return new RunRecord(
        plan.runId(),
        plan.harness(),
        plan.cloud(),
        plan.authUrl(),
        plan.region(),
        plan.simulated(),
        plan.partial(),
        plan.created(),
        written.finished(),
        plan.deviations(),
        observation,
        results,
        remarks,
        new Integrity(manifest, List.copyOf(problems)));
  }

  private Optional<Manifest> manifest() {
    Optional<byte[]> content = past(() -> files.read(Manifest.FILE), Optional.empty());
    Optional<String> text = content.map(it -> new String(it, StandardCharsets.UTF_8));
    Optional<Manifest> manifest = text.map(Manifest::of);
    manifest.ifPresent(it -> problems.addAll(it.changes(files)));
    if (!manifest.map(Manifest::text).equals(text)) {
      problems.add(Manifest.FILE + ": changed since the run ended");
    }
    return manifest;
  }

  private List<TestResult> results(Plan plan) {
    Map<TestId, TestResult> results = new LinkedHashMap<>();
    PassRule rule = PassRule.of(plan, it -> hasEvidence(RunFolder.har(it)));
    plan.tests().forEach(it -> results.put(it.id(), unheard(plan, it)));
    written
        .results()
        .forEach(
            (id, it) -> {
              readable(it);
              results.put(id, rule.judge(it));
            });
    problems.addAll(rule.refusals());
    return List.copyOf(results.values());
  }

  private TestResult unheard(Plan plan, PlannedTest test) {
    boolean whole = written.finished().isEmpty() && written.broken().isEmpty();
    String why = whole ? "the run ended before it" : "outcomes.jsonl has no outcome of it";
    return TestResult.notStarted(
        test, Outcome.NOT_RUN, "", plan.imported() ? "the imported results do not have it" : why);
  }

  /** Has what cannot be read noted. */
  private void readable(TestResult result) {
    for (int attempt = 1; attempt < result.attempt(); attempt++) {
      hasEvidence(RunFolder.har(result.id(), attempt));
    }
    hasEvidence(RunFolder.har(result.id()));
  }

  private boolean hasEvidence(String har) {
    return seen.computeIfAbsent(
        har,
        it -> evident.test(it) || !past(() -> exchanges(files, it), List.<Exchange>of()).isEmpty());
  }

  private <T> T past(Reading<T> reading, T instead) {
    try {
      return reading.read();
    } catch (RunException e) {
      problems.add(String.valueOf(e.getMessage()).replace(files.folder() + "/", ""));
      return instead;
    }
  }

  static List<Fact> observation(RunFiles files) {
    return parse(files, RunFolder.OBSERVATION, new TypeReference<>() {});
  }

  static Plan plan(RunFiles files) {
    return parse(files, "plan.json", new TypeReference<>() {}, RunReader::completed);
  }

  /** Plans of earlier versions do not say who was logged in, or know no disposable user. */
  private static byte[] completed(byte[] plan) {
    String text = new String(plan, StandardCharsets.ISO_8859_1);
    for (String later : List.of("\"users\": []", "\"disposable_cloud\": null")) {
      if (!text.contains(later.substring(0, later.indexOf(':')))) {
        text = text.replaceFirst("\"", later + ", \"");
      }
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static <T> T parse(RunFiles files, String name, TypeReference<T> type) {
    return parse(files, name, type, it -> it);
  }

  private static <T> T parse(
      RunFiles files, String name, TypeReference<T> type, UnaryOperator<byte[]> edit) {
    byte[] content =
        files
            .read(name)
            .orElseThrow(
                () ->
                    new RunException(
                        files.place(name) + ": expected a file of a run but found nothing there"));
    try {
      return RunJson.MAPPER.readValue(edit.apply(content), type);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String where = line < 1 ? "" : "line " + line + ": ";
      throw new RunException(
          files.place(name) + ": " + where + "expected a file of a run: " + RunJson.problem(e));
    } catch (IOException e) {
      throw new RunException(files.place(name) + ": cannot be read: " + e.getMessage());
    }
  }

  /** Exchanges in a HAR file; none if it is not there. */
  static List<Exchange> exchanges(RunFiles files, String name) {
    try {
      return files.read(name).map(Har::read).orElseGet(List::of);
    } catch (ShapeException e) {
      throw new RunException(files.place(name) + ": " + e.getMessage());
    }
  }
}
