package org.defcore.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;
import org.defcore.http.har.Har;
import org.defcore.http.message.Exchange;
import org.defcore.result.remark.Remark;

/**
 * The folder of one run and the files in it. What a test established is in {@code outcomes.jsonl}
 * when {@link #append} returns, so that a run that dies keeps all it knew.
 */
public final class RunFolder implements RunSource {

  static final String LEDGER = "ledger.jsonl";
  static final String OBSERVATION = "observation.json";

  private static final String EVIDENCE = "evidence";
  private static final String STOPPED = ".stopped";
  private static final ObjectWriter PRETTY = RunJson.MAPPER.writerWithDefaultPrettyPrinter();

  private final RunFiles files;
  private final OutcomesFile outcomes;
  private final Predicate<String> evident;

  private RunFolder(Path folder) {
    this(new RunFiles(folder), it -> false);
  }

  private RunFolder(RunFiles files, Predicate<String> evident) {
    this.files = files;
    this.outcomes = new OutcomesFile(files);
    this.evident = evident;
  }

  /**
   * A run for reading alone, whose files lie in several folders and are what the caller vouches
   * for.
   *
   * @param folders one at least; the file of an earlier one counts
   * @param evident names of files of evidence that count as kept
   */
  public static RunFolder over(List<Path> folders, Predicate<String> evident) {
    return new RunFolder(new RunFiles(folders.get(0), folders.subList(1, folders.size())), evident);
  }

  /**
   * Makes the folder, which must not hold anything yet, for its owner alone.
   *
   * @throws RunException if it does, or cannot be written
   */
  public static RunFolder reserve(Path folder) {
    RunFiles.reserve(folder, EVIDENCE);
    return new RunFolder(folder);
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
    RunFolder run = new RunFolder(folder);
    if (!Files.isRegularFile(run.files.place("plan.json"), LinkOption.NOFOLLOW_LINKS)) {
      throw new RunException(
          folder + ": expected the folder of a run but found no plan.json in it");
    }
    Leftovers.remove(folder);
    Leftovers.remove(folder.resolve(EVIDENCE));
    return run;
  }

  public Path path() {
    return files.folder();
  }

  public Path ledger() {
    return files.place(LEDGER);
  }

  /** The HAR file of a test, by id, or of a shared fixture, by its class name. */
  public Path evidence(String id) {
    return files.place(har(id));
  }

  private static String har(String id) {
    return EVIDENCE + "/" + id + ".har";
  }

  static String har(TestId test) {
    return har(test.toString());
  }

  /** The evidence of an attempt, from 1, that another one followed. */
  static String har(TestId test, int attempt) {
    return har(test + ".attempt" + attempt);
  }

  /** Writes the exchanges of a test or shared fixture, over those that are there. */
  public void keepEvidence(String id, List<Exchange> exchanges) {
    files.replace(har(id), Har.bytes(exchanges));
  }

  @Override
  public List<Exchange> evidence(TestId test) {
    return exchanges(har(test));
  }

  @Override
  public List<Exchange> evidence(TestId test, int attempt) {
    String earlier = har(test, attempt);
    return exchanges(files.has(earlier) ? earlier : har(test));
  }

  /** Nothing of what cannot be read: the record names it. */
  private List<Exchange> exchanges(String har) {
    try {
      return RunReader.exchanges(files, har);
    } catch (RunException e) {
      return List.of();
    }
  }

  @Override
  public Optional<byte[]> file(String name) {
    return files.read(name);
  }

  /** The names of all files of the run, {@code evidence/x.har}, sorted. */
  public List<String> names() {
    return files.names();
  }

  /** A file, to be read piece by piece. */
  public InputStream open(String name) throws IOException {
    return files.open(name);
  }

  @Override
  public String nameOf(String file) {
    return files.folder().resolve(file).toString();
  }

  /** Keeps the evidence of an attempt, from 1, beside that of the one that follows it. */
  public void keepAttempt(TestId test, int attempt) {
    // What is there already, or follows that, is of a run that stopped before it had an outcome.
    if (files.has(har(test)) && !files.has(har(test, attempt))) {
      files.move(har(test), har(test, attempt));
    }
  }

  /** Writes what is to be done and seen before anything is done; decided tests get outcomes. */
  public void begin(Plan plan, List<Fact> observation) {
    write("plan.json", json(plan));
    write(OBSERVATION, json(observation));
    decide(plan, Set.of());
  }

  private void decide(Plan plan, Set<TestId> known) {
    for (PlannedTest test : plan.tests()) {
      test.decided()
          .filter(it -> !known.contains(test.id()))
          .map(it -> TestResult.notStarted(test, it, test.code(), test.reason()))
          .ifPresent(this::append);
    }
  }

  /**
   * Makes a run that stopped ready to go on. Its manifest and reports, which would be wrong then,
   * are removed; evidence that no outcome goes with is set aside.
   *
   * @param number how often the run has gone on, this time too
   */
  public void reopen(Plan plan, List<Fact> observation, int number) {
    unchangedManifest().ifPresent(it -> it.reports().keySet().forEach(files::delete));
    files.delete(Manifest.FILE);
    Set<TestId> known = outcomes.read().results().keySet();
    files.names().stream()
        .filter(it -> it.startsWith(EVIDENCE + "/") && !it.contains(STOPPED))
        .filter(it -> known.stream().noneMatch(id -> it.startsWith(EVIDENCE + "/" + id)))
        .forEach(it -> files.move(it, it.replaceFirst("\\.har$", STOPPED + number + ".har")));
    write("plan.json", json(plan));
    if (files.has(OBSERVATION)) {
      observe(observation);
    } else {
      write(OBSERVATION, json(observation));
    }
    decide(plan, known);
  }

  /**
   * Adds to what was seen of the cloud before the run what the run itself has shown.
   *
   * @param facts count instead of earlier ones of the same name
   */
  public void observe(List<Fact> facts) {
    Map<String, Fact> all = new LinkedHashMap<>();
    RunReader.observation(files).forEach(it -> all.put(it.name(), it));
    facts.forEach(it -> all.put(it.name(), it));
    write(OBSERVATION, json(all.values()));
  }

  /** Writes the outcome of one attempt of a test; called by many threads. */
  public void append(TestResult attempt) {
    outcomes.append(attempt);
  }

  /** Writes what the watch found in the exchanges of the whole run. */
  public void keepRemarks(List<Remark> remarks) {
    write(RemarksFile.NAME, RemarksFile.text(remarks));
  }

  /** Notes that the run came to its end. */
  public void finish(Instant when) {
    outcomes.finish(when);
  }

  /** Writes a file of the run beside the others, {@code declaration.yaml}. */
  public void write(String name, String content) {
    files.replace(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Notes the sums of all files that the run wrote; nothing but reports may be written then. */
  public void seal() {
    write(Manifest.FILE, Manifest.of(files).text());
  }

  /** Writes reports, by name, and notes their sums if the run has an unchanged manifest. */
  public void writeReports(Map<String, String> reports) {
    Map<String, byte[]> written = new TreeMap<>();
    reports.forEach((name, it) -> written.put(name, it.getBytes(StandardCharsets.UTF_8)));
    written.forEach(files::replace);
    unchangedManifest().ifPresent(it -> write(Manifest.FILE, it.with(written).text()));
  }

  private Optional<Manifest> unchangedManifest() {
    try {
      return files
          .read(Manifest.FILE)
          .map(it -> new String(it, StandardCharsets.UTF_8))
          .filter(it -> Manifest.of(it).text().equals(it))
          .map(Manifest::of);
    } catch (RunException e) {
      return Optional.empty();
    }
  }

  /** Takes the folder away again if the run never came to write anything into it. */
  public void dropIfEmpty() {
    Path folder = files.folder();
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.allMatch(it -> it.endsWith(EVIDENCE) || it.endsWith(DECLARATION))) {
        Files.deleteIfExists(folder.resolve(DECLARATION));
        Files.deleteIfExists(folder.resolve(EVIDENCE));
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new RunException(folder + ": cannot be removed: " + e.getMessage());
    }
  }

  @Override
  public Plan plan() {
    return RunReader.plan(files);
  }

  @Override
  public RunRecord record() {
    return new RunReader(files, outcomes.read(), evident).record(plan());
  }

  private static String json(Object value) {
    try {
      return PRETTY.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
