package org.defcore.store.field;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.BundleFacts;
import org.defcore.bundle.PartSource;
import org.defcore.bundle.RunParts;
import org.defcore.bundle.Tier;
import org.defcore.desk.Board;
import org.defcore.desk.Installation;
import org.defcore.desk.RunScores;
import org.defcore.desk.TemporaryFolder;
import org.defcore.desk.bundle.BundleMaker;
import org.defcore.http.message.Exchange;
import org.defcore.result.Fact;
import org.defcore.result.Plan;
import org.defcore.result.RunFolder;
import org.defcore.result.TestResult;
import org.defcore.store.field.Field.Visit;
import org.defcore.store.field.FieldPlans.Sort;

/**
 * Writes the runs of a field as bundles that {@code defcore store add} takes: most with the public
 * tier alone, as a vendor gives them away, one of a hundred with all tiers and its evidence.
 */
public final class FieldBundles {

  private static final String README = "README.txt";
  private static final String MANIFEST = "# run: ";

  private final Installation installation;
  private final Board board;
  private final Field field;
  private final FieldRuns runs;
  private final Map<String, Terms> terms = new ConcurrentHashMap<>();

  public FieldBundles(Installation installation, Field field) {
    this.installation = installation;
    this.board = Board.usual(installation);
    this.field = field;
    this.runs = new FieldRuns(field.chance(), installation);
  }

  /** The parts of a bundle that do not depend on the run. */
  private record Terms(Map<String, PartSource> parts, PartSource readme, BundleFacts facts) {}

  /**
   * Writes a run to a new file in a folder.
   *
   * @param number of the run, from 0
   */
  public Path write(int number, Path folder) {
    Visit visit = field.visits().get(number);
    FieldRun run = runs.run(visit);
    Path file = folder.resolve(run.plan().runId() + ".zip");
    try (TemporaryFolder temporary = TemporaryFolder.make()) {
      Path place = temporary.path().resolve("run");
      boolean evident = FieldPlans.sort(field.chance(), visit) == Sort.EVIDENT;
      RunFolder made = made(run, place, evident);
      if (evident) {
        create(made, run.plan(), file);
      } else {
        createPublic(made, place, run, file);
      }
    }
    return file;
  }

  private static RunFolder made(FieldRun run, Path place, boolean evident) {
    RunFolder folder = RunFolder.reserve(place);
    folder.write(RunFolder.DECLARATION, run.declaration());
    folder.begin(run.plan(), List.of(new Fact("region", run.plan().region(), "clouds.yaml")));
    for (TestResult attempt : run.attempts()) {
      if (evident) {
        folder.keepEvidence(attempt.id().toString(), List.of(exchange(run.plan(), attempt)));
      }
      folder.append(attempt);
    }
    run.finished().ifPresent(folder::finish);
    folder.seal();
    return folder;
  }

  private static Exchange exchange(Plan plan, TestResult attempt) {
    return new Exchange(
        attempt.started().orElseThrow(),
        Duration.ofMillis(20),
        "GET",
        plan.authUrl(),
        List.of(),
        "",
        attempt.reason().isEmpty() ? 200 : 500,
        List.of(),
        "{}",
        "");
  }

  private void create(RunFolder run, Plan plan, Path file) {
    new BundleMaker(
            installation,
            board,
            installation.own().policyFile(),
            Clock.fixed(plan.created().plusSeconds(7200), ZoneOffset.UTC))
        .create(
            run,
            installation.guidelines().find(plan.guideline()),
            Arrays.asList(Tier.values()),
            file);
  }

  /** The public tier of a bundle of all tiers, with no evidence ever written. */
  private void createPublic(RunFolder made, Path place, FieldRun run, Path file) {
    Plan plan = run.plan();
    Terms fixed = terms.computeIfAbsent(plan.guideline(), it -> terms(plan));
    RunFolder seen = RunFolder.over(List.of(place), it -> true);
    Map<String, PartSource> parts = new TreeMap<>(RunParts.of(made, List.of(Tier.PUBLIC)));
    parts.putAll(fixed.parts());
    parts.put(
        BundleFacts.FILE,
        PartSource.of(
            new BundleFacts(
                    BundleFacts.FORMAT,
                    plan.created().plusSeconds(7200).toString(),
                    fixed.facts().tool(),
                    fixed.facts().suite(),
                    new BundleFacts.Run(plan.runId(), manifest(made), List.of(), List.of()),
                    new BundleFacts.Scoring(
                        fixed.facts().scoring().guideline(),
                        plan.target(),
                        plan.created().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                        fixed.facts().scoring().approvals()))
                .text()));
    parts.put(
        Bundle.VERDICTS,
        PartSource.of(
            new RunScores(installation, board, seen)
                .matrix(List.of(plan.guideline()), List.of())
                .json()));
    Bundle.create(parts, Map.of(README, fixed.readme()), file, it -> {});
  }

  /** The hash of the manifest, as its file says it. */
  private static Optional<String> manifest(RunFolder run) {
    String text = new String(run.file("manifest").orElseThrow(), StandardCharsets.UTF_8);
    return text.lines()
        .filter(it -> it.startsWith(MANIFEST))
        .map(it -> it.substring(MANIFEST.length()))
        .findFirst();
  }

  /** Taken from a bundle of a run in which nothing was done. */
  private Terms terms(Plan plan) {
    try (TemporaryFolder temporary = TemporaryFolder.make()) {
      Path file = temporary.path().resolve("b.zip");
      RunFolder folder = RunFolder.reserve(temporary.path().resolve("run"));
      folder.begin(plan, List.of());
      create(folder, plan, file);
      Bundle bundle = Bundle.open(file);
      Map<String, PartSource> parts = new TreeMap<>();
      bundle.sums().keySet().stream()
          .filter(
              it -> it.startsWith("public/guidelines/") || it.startsWith("public/capabilities/"))
          .forEach(it -> parts.put(it, PartSource.of(bundle.content(it))));
      return new Terms(parts, PartSource.of(bundle.content(README)), bundle.facts());
    }
  }

  /** A folder for each hundred, as the place of a new file is looked through. */
  static Path folder(Path out, int number) {
    try {
      return Files.createDirectories(out.resolve("%04d".formatted(number / 100)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
