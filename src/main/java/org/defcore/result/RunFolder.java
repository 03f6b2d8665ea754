package org.defcore.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;
import org.defcore.http.har.Har;
import org.defcore.http.message.Exchange;

/**
 * The folder of one run and the files in it. What a test established is in {@code outcomes.jsonl}
 * when {@link #append} returns, so that a run that dies keeps all it knew.
 */
public final class RunFolder implements RunSource {

  private static final ObjectWriter PRETTY = RunJson.MAPPER.writerWithDefaultPrettyPrinter();

  private final Path folder;
  private final OutcomesFile outcomes;

  private RunFolder(Path folder) {
    this.folder = folder;
    this.outcomes = new OutcomesFile(folder.resolve("outcomes.jsonl"));
  }

  /**
   * Makes the folder, which must not hold anything yet.
   *
   * @throws RunException if it does, or cannot be written
   */
  public static RunFolder reserve(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new RunException(
              folder + ": expected a new or empty folder but found files in it: name another");
        }
      }
      Files.createDirectory(folder.resolve("evidence"));
      return new RunFolder(folder);
    } catch (AccessDeniedException e) {
      throw new RunException(folder + ": no permission to write there: name another folder");
    } catch (FileAlreadyExistsException e) {
      throw new RunException(folder + ": expected a folder but found a file: name another");
    } catch (FileSystemException e) {
      String why = e.getReason() == null ? "no folder can be made there" : e.getReason();
      throw new RunException(folder + ": cannot be written (" + why + "): name another folder");
    } catch (IOException e) {
      throw new RunException(folder + ": cannot be written: " + e.getMessage());
    }
  }

  /**
   * The folder of an earlier run.
   *
   * @throws RunException if there is no run in it
   */
  public static RunFolder of(Path folder) {
    if (!Files.isDirectory(folder)) {
      String found = Files.exists(folder) ? "a file" : "nothing there";
      throw new RunException(folder + ": expected the folder of a run but found " + found);
    }
    if (!Files.isRegularFile(folder.resolve("plan.json"))) {
      throw new RunException(
          folder + ": expected the folder of a run but found no plan.json in it");
    }
    return new RunFolder(folder);
  }

  public Path path() {
    return folder;
  }

  public Path ledger() {
    return folder.resolve("ledger.jsonl");
  }

  /** The HAR file of a test, by id, or of a shared fixture, by its class name. */
  public Path evidence(String id) {
    return folder.resolve("evidence").resolve(id + ".har");
  }

  /** Writes the exchanges of a test or shared fixture, over those that are there. */
  public void keepEvidence(String id, List<Exchange> exchanges) {
    Har.write(evidence(id), exchanges);
  }

  @Override
  public List<Exchange> evidence(TestId test) {
    return exchanges(evidence(test.toString()));
  }

  @Override
  public List<Exchange> evidence(TestId test, int attempt) {
    Path earlier = evidence(attemptName(test, attempt));
    return Files.exists(earlier) ? exchanges(earlier) : evidence(test);
  }

  private static List<Exchange> exchanges(Path har) {
    return Files.exists(har) ? Har.read(har) : List.of();
  }

  private static String attemptName(TestId test, int attempt) {
    return test + ".attempt" + attempt;
  }

  @Override
  public Optional<byte[]> file(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new RunException(file + ": cannot be read: " + e.getMessage());
    }
  }

  @Override
  public String nameOf(String file) {
    return folder.resolve(file).toString();
  }

  /** Keeps the evidence of an attempt, from 1, beside that of the one that follows it. */
  public void keepAttempt(TestId test, int attempt) {
    Path last = evidence(test.toString());
    try {
      if (Files.exists(last)) {
        Files.move(last, evidence(attemptName(test, attempt)));
      }
    } catch (IOException e) {
      throw new RunException(last + ": cannot be renamed: " + e.getMessage());
    }
  }

  /** Writes what is to be done and seen before anything is done; decided tests get outcomes. */
  public void begin(Plan plan, List<Fact> observation) {
    write(folder.resolve("plan.json"), json(plan));
    write(folder.resolve("observation.json"), json(observation));
    plan.tests().stream().filter(it -> !it.toRun()).map(RunFolder::decided).forEach(this::append);
  }

  /**
   * Adds to what was seen of the cloud before the run what the run itself has shown.
   *
   * @param facts count instead of earlier ones of the same name
   */
  public void observe(List<Fact> facts) {
    Map<String, Fact> all = new LinkedHashMap<>();
    observation().forEach(it -> all.put(it.name(), it));
    facts.forEach(it -> all.put(it.name(), it));
    write(folder.resolve("observation.json"), json(all.values()));
  }

  private List<Fact> observation() {
    return parse(folder.resolve("observation.json"), new TypeReference<>() {});
  }

  private static TestResult decided(PlannedTest test) {
    return unfinished(test, test.decided().orElse(Outcome.NOT_RUN), test.code(), test.reason());
  }

  private static TestResult unfinished(
      PlannedTest test, Outcome outcome, String code, String reason) {
    return new TestResult(
        test.id(),
        test.name(),
        test.claim(),
        outcome,
        code,
        reason,
        Optional.empty(),
        Duration.ZERO,
        Optional.empty());
  }

  /** Writes the outcome of one attempt of a test; called by many threads. */
  public void append(TestResult attempt) {
    outcomes.append(attempt);
  }

  /** Notes that the run came to its end. */
  public void finish(Instant when) {
    outcomes.finish(when);
  }

  /** Writes a file of the run beside the others, {@code report.html}. */
  public void write(String name, String content) {
    write(folder.resolve(name), content);
  }

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new RunException(file + ": cannot be written: " + e.getMessage());
    }
  }

  /** Takes the folder away again if the run never came to write anything into it. */
  public void dropIfEmpty() {
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.allMatch(it -> it.endsWith("evidence") || it.endsWith(DECLARATION))) {
        Files.deleteIfExists(folder.resolve(DECLARATION));
        Files.deleteIfExists(folder.resolve("evidence"));
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new RunException(folder + ": cannot be removed: " + e.getMessage());
    }
  }

  @Override
  public Plan plan() {
    return parse(folder.resolve("plan.json"), new TypeReference<>() {});
  }

  @Override
  public RunRecord record() {
    Plan plan = plan();
    OutcomesFile.Content written = outcomes.read();
    Map<TestId, TestResult> results = new LinkedHashMap<>();
    plan.tests()
        .forEach(
            it ->
                results.put(
                    it.id(), unfinished(it, Outcome.NOT_RUN, "", "the run ended before it")));
    results.putAll(written.results());
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
        observation(),
        List.copyOf(results.values()));
  }

  private static <T> T parse(Path file, TypeReference<T> type) {
    try {
      return RunJson.MAPPER.readValue(Files.readString(file), type);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String where = line < 1 ? "" : "line " + line + ": ";
      throw new RunException(
          file + ": " + where + "expected a file of a run: " + RunJson.problem(e));
    } catch (NoSuchFileException e) {
      throw new RunException(file + ": expected a file of a run but found nothing there");
    } catch (IOException e) {
      throw new RunException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static String json(Object value) {
    try {
      return PRETTY.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
