package org.defcore.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.foreign.ForeignFile;
import org.defcore.foreign.ForeignSource;
import org.defcore.foreign.ImportNote;
import org.defcore.foreign.ImportedResults;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.TestId;
import org.defcore.guideline.list.KnownTests;
import org.defcore.report.run.ReportModel;
import org.defcore.result.Deviation;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.result.Outcome;
import org.defcore.result.Plan;
import org.defcore.result.PlannedTest;
import org.defcore.result.RunFolder;
import org.defcore.result.TestResult;
import org.defcore.runner.Planner;
import org.defcore.runner.RunOrder;
import org.defcore.runner.SuiteIndex;

/** Makes a run of another tool's results. */
public final class RunImport {

  private static final String NOBODY_WATCHED =
      "The results were imported: nobody watched the tests, so that there are no remarks and no"
          + " evidence of this program.";

  private final Installation installation;
  private final Clock clock;

  public RunImport(Installation installation, Clock clock) {
    this.installation = installation;
    this.clock = clock;
  }

  /**
   * The terms of an import.
   *
   * @param cloud name for people
   * @param requirements the tests that are not-run where the results do not have them
   */
  public record Terms(String cloud, RunOrder.Requirements requirements, Declared declared) {}

  /**
   * The run that came out.
   *
   * @param results those of known tests, and those that are of none
   */
  public record Imported(
      RunFolder folder, List<ForeignSource> sources, ImportedResults results, ReportModel report) {

    public Imported {
      sources = List.copyOf(sources);
    }
  }

  /**
   * Imports files as one run, and writes its reports. All are read before anything is written.
   *
   * @param files as the user wrote them
   * @param path of a new or empty folder
   */
  public Imported run(List<String> files, Terms terms, Path path, Board board) {
    ForeignFile reading = new ForeignFile();
    files.forEach(it -> reading.read(installation.work().resolve(it), it));
    Catalogue catalogue = installation.catalogue();
    ImportedResults results =
        ImportedResults.of(
            reading.sources(),
            known(catalogue, terms.requirements().guidelines()),
            id -> catalogue.entry(id).map(CatalogueEntry::title).orElse(""));
    RunFolder folder = RunFolder.reserve(path);
    try {
      write(folder, reading.sources(), results, plan(reading.sources(), results, terms, catalogue));
      terms.declared().text().ifPresent(it -> folder.write(RunFolder.DECLARATION, it));
      folder.seal();
      ReportModel report =
          new RunReports(installation, catalogue, board)
              .write(folder, terms.requirements().guideline(), terms.requirements().target());
      return new Imported(folder, reading.sources(), results, report);
    } catch (RuntimeException e) {
      discard(path);
      throw e;
    }
  }

  private KnownTests known(Catalogue catalogue, List<Guideline> asked) {
    Map<String, TestId> names = new LinkedHashMap<>();
    catalogue.entries().forEach(it -> it.names().forEach(name -> names.put(name, it.id())));
    Stream<Guideline> others =
        installation.guidelines().list().stream().flatMap(it -> it.guideline().stream());
    return new KnownTests(Stream.concat(asked.stream(), others).toList(), names);
  }

  private Plan plan(
      List<ForeignSource> sources, ImportedResults results, Terms terms, Catalogue catalogue) {
    RunOrder.Requirements requirements = terms.requirements();
    Instant now = clock.instant();
    return new Plan(
        "imported-" + ImportNote.sum(sources).substring(0, 12),
        Installation.version(),
        requirements.named(),
        requirements.guideline().contentHash(),
        requirements.target().key(),
        terms.cloud(),
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        List.of(),
        sources.stream().anyMatch(ForeignSource::simulated),
        "",
        times(results, it -> it.started().stream()).min(Comparator.naturalOrder()).orElse(now),
        deviations(sources),
        tests(results, terms, catalogue));
  }

  private static Stream<Instant> times(
      ImportedResults results, Function<TestResult, Stream<Instant>> time) {
    return results.attempts().values().stream().flatMap(List::stream).flatMap(time);
  }

  private static List<Deviation> deviations(List<ForeignSource> sources) {
    List<Deviation> deviations = new ArrayList<>();
    sources.forEach(it -> deviations.add(new Deviation(Deviation.IMPORTED, it.words())));
    sources.stream()
        .filter(ForeignSource::passesOnly)
        .map(it -> it.file() + " lists the tests that passed and no others")
        .forEach(it -> deviations.add(new Deviation(Deviation.PASSES_ONLY, it)));
    return deviations;
  }

  /** Those of the guideline, as far as no cloud has a say, and all others that have a result. */
  private static List<PlannedTest> tests(
      ImportedResults results, Terms terms, Catalogue catalogue) {
    Map<TestId, PlannedTest> tests = new LinkedHashMap<>();
    RunOrder.Requirements asked = terms.requirements();
    new Planner(catalogue, SuiteIndex.read(), terms.declared().offer())
        .plan(asked.guidelines(), asked.selection(), Optional.empty())
        .forEach(it -> tests.put(it.id(), asked(it, results)));
    results
        .attempts()
        .forEach((id, all) -> tests.computeIfAbsent(id, it -> other(all.get(0), catalogue)));
    return List.copyOf(tests.values());
  }

  /** Another tool may have what this suite lacks, and may have run what is not offered. */
  private static PlannedTest asked(PlannedTest test, ImportedResults results) {
    boolean ruledOut =
        test.decided().equals(Optional.of(Outcome.NOT_APPLICABLE))
            && !results.attempts().containsKey(test.id());
    return ruledOut
        ? test
        : new PlannedTest(
            test.id(),
            test.name(),
            test.claim(),
            test.service(),
            test.capabilities(),
            Optional.empty(),
            "",
            "");
  }

  private static PlannedTest other(TestResult result, Catalogue catalogue) {
    return new PlannedTest(
        result.id(),
        catalogue.entry(result.id()).map(CatalogueEntry::name).orElse(result.name()),
        result.claim(),
        catalogue.entry(result.id()).map(CatalogueEntry::service).orElse("unknown"),
        List.of(),
        Optional.empty(),
        "",
        "");
  }

  /** The plan comes after the results: without one, the folder is not that of a run. */
  private void write(
      RunFolder folder, List<ForeignSource> sources, ImportedResults results, Plan plan) {
    results.attempts().values().forEach(it -> it.forEach(folder::append));
    results
        .attachments()
        .forEach((key, text) -> folder.write("evidence/%s.txt".formatted(key), text));
    folder.write(ImportNote.FILE, ImportNote.json(sources, results));
    folder.begin(plan, facts(sources, results));
    folder.finish(
        times(results, it -> it.started().stream().map(start -> start.plus(it.took())))
            .max(Comparator.naturalOrder())
            .orElse(plan.created()));
  }

  private static List<Fact> facts(List<ForeignSource> sources, ImportedResults results) {
    List<Fact> facts = new ArrayList<>();
    String file = ImportNote.FILE;
    facts.add(new Fact(FactNames.notice("import"), NOBODY_WATCHED, file));
    int number = 1;
    for (ForeignSource source : sources) {
      facts.add(
          new Fact(
              FactNames.notice("import." + number++),
              "Imported from " + source.words() + ".",
              file));
    }
    if (times(results, it -> it.started().stream()).findAny().isEmpty()) {
      facts.add(
          new Fact(
              FactNames.notice("import.times"),
              "The results have no times: the run is dated by its import.",
              file));
    }
    int unmatched = results.unmatched().size();
    if (unmatched > 0) {
      facts.add(
          new Fact(
              FactNames.notice("import.unmatched"),
              "%d imported result%s of no known test and count%s nowhere: %s lists %s."
                  .formatted(
                      unmatched,
                      unmatched == 1 ? " is" : "s are",
                      unmatched == 1 ? "s" : "",
                      file,
                      unmatched == 1 ? "it" : "them"),
              file));
    }
    return facts;
  }

  private static void discard(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path it : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(it);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
