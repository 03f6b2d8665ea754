package org.defcore.desk.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.BundleException;
import org.defcore.bundle.BundleFacts;
import org.defcore.bundle.PartSource;
import org.defcore.bundle.RunParts;
import org.defcore.bundle.SignerRole;
import org.defcore.bundle.Tier;
import org.defcore.desk.Board;
import org.defcore.desk.Installation;
import org.defcore.desk.RunScores;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.result.Plan;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.signature.SshKey;
import org.defcore.yaml.FileFailure;

/** Makes and signs bundles. */
public final class BundleMaker {

  static final String GUIDELINES = "public/guidelines/";
  static final String CAPABILITIES = "public/capabilities/";

  private final Installation installation;
  private final Board board;
  private final Path policy;
  private final Clock clock;

  /**
   * @param policy file with the policy of the board
   */
  public BundleMaker(Installation installation, Board board, Path policy, Clock clock) {
    this.installation = installation;
    this.board = board;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Makes a bundle of a run, judged under the guideline that it was planned for.
   *
   * @throws BundleException if the file is there, cannot be written, or would not verify
   */
  public void create(RunFolder run, Guideline guideline, Collection<Tier> tiers, Path file) {
    Map<String, PartSource> parts = new TreeMap<>(RunParts.of(run, tiers));
    String name = guidelines(parts, run.plan(), guideline);
    put(parts, GUIDELINES + "policy.yaml", policy);
    catalogue(parts);
    PublishedRun published = new PublishedRun(run);
    RunRecord record = published.record();
    LocalDate day =
        board.asOf().orElseGet(() -> LocalDate.ofInstant(record.started(), ZoneOffset.UTC));
    BundleFacts facts = facts(run, record, new Scored(name, day));
    parts.put(BundleFacts.FILE, PartSource.of(facts.text()));
    String verdicts =
        new RunScores(installation, board, published)
            .matrix(List.of(run.plan().guideline()), List.of())
            .json();
    parts.put(Bundle.VERDICTS, PartSource.of(verdicts));
    Bundle.create(
        parts,
        Map.of("README.txt", PartSource.of(StrangersCommands.README)),
        file,
        it -> check(it, verdicts));
  }

  private record Scored(String guideline, LocalDate day) {}

  private BundleFacts facts(RunFolder run, RunRecord record, Scored scored) {
    return new BundleFacts(
        BundleFacts.FORMAT,
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        Installation.version(),
        SuiteCode.facts(),
        new BundleFacts.Run(
            record.runId(),
            record.integrity().hash(),
            record.integrity().problems(),
            record.results().stream()
                .filter(it -> it.started().isPresent() && run.evidence(it.id()).isEmpty())
                .map(it -> it.id().toString())
                .sorted()
                .toList()),
        new BundleFacts.Scoring(
            scored.guideline,
            run.plan().target(),
            scored.day.toString(),
            board.approvals().stream()
                .map(it -> new BundleFacts.Approved(it.id(), it.on().toString()))
                .toList()));
  }

  /** Adds the guideline and all that its verdicts need of others, and returns its name there. */
  private String guidelines(Map<String, PartSource> parts, Plan plan, Guideline guideline) {
    GuidelineLibrary library = installation.guidelines();
    List<Path> files = new ArrayList<>(List.of(library.locate(plan.guideline())));
    Optional<Guideline> platform = library.platformOf(guideline);
    Stream<String> foreign =
        Stream.concat(Stream.of(guideline), platform.stream())
            .flatMap(it -> it.annex().foreignComponents().stream())
            .map(Annex.ForeignComponent::guideline);
    Stream.concat(platform.map(Guideline::id).stream(), foreign)
        .flatMap(it -> located(library, it))
        .forEach(files::add);
    for (Path each : files) {
      String folder =
          Stream.of("add-ons", "verticals")
              .filter(it -> each.resolveSibling("").endsWith(it))
              .map(it -> it + "/")
              .findFirst()
              .orElse("");
      put(parts, GUIDELINES + folder + each.getFileName(), each);
    }
    return files.get(0).getFileName().toString().replaceFirst("\\.json$", "");
  }

  private static Stream<Path> located(GuidelineLibrary library, String name) {
    try {
      return Stream.of(library.locate(name));
    } catch (GuidelineException e) {
      return Stream.of();
    }
  }

  private void catalogue(Map<String, PartSource> parts) {
    yamlFiles(installation.own().capabilities())
        .forEach(it -> put(parts, CAPABILITIES + it.getFileName(), it));
  }

  static List<Path> yamlFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new BundleException(folder + ": cannot be read: " + FileFailure.reason(e));
    }
  }

  private static void put(Map<String, PartSource> parts, String name, Path file) {
    parts.put(name, PartSource.of(content(file)));
  }

  static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BundleException(file + ": cannot be read: " + FileFailure.reason(e));
    }
  }

  private static void check(Path file, String verdicts) {
    Bundle bundle = Bundle.open(file);
    if (!BundledVerdicts.of(bundle, Arrays.asList(Tier.values())).matrix().json().equals(verdicts)
        || !BundledVerdicts.of(bundle, List.of(Tier.PUBLIC)).matrix().json().equals(verdicts)) {
      throw new BundleException(
          "expected the verdicts of the run from the parts of the bundle as well but found others:"
              + " its files have lines that are read in two ways");
    }
  }

  /**
   * Signs a bundle.
   *
   * @throws BundleException if its verdicts are not those that follow from it
   */
  public static void sign(Path file, SshKey key, SignerRole role) {
    Bundle bundle = Bundle.open(file);
    BundledVerdicts verdicts = BundledVerdicts.of(bundle, List.of(Tier.PUBLIC));
    if (!verdicts.areIn(bundle)) {
      throw new BundleException(
          "%s: %s: expected the verdicts that follow from the bundle but found others: sign it with defcore %s, which made it"
              .formatted(file, Bundle.VERDICTS, bundle.facts().tool()));
    }
    bundle.sign(key, role, verdicts.statement(bundle));
  }
}
