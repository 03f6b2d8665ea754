package org.defcore.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.defcore.capability.Catalogue;
import org.defcore.capability.Offer;
import org.defcore.clouds.CloudConfig;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.compare.ComparedFact;
import org.defcore.declaration.compare.DeclarationComparison;
import org.defcore.declaration.compare.OperationFacts;
import org.defcore.declaration.read.DeclarationReader;
import org.defcore.declaration.template.DeclarationTemplate;
import org.defcore.report.declaration.ComparedFacts;
import org.defcore.report.declaration.DeclaredConfiguration;
import org.defcore.result.RunRecord;
import org.defcore.result.RunSource;
import org.defcore.runner.CloudAccess;
import org.defcore.runner.SuiteIndex;
import org.defcore.yaml.FileFailure;
import org.defcore.yaml.UnusableFile;

/**
 * The vendor's declaration of a cloud, if there is one.
 *
 * @param text the file as it is
 */
public record Declared(Optional<String> text, Optional<Declaration> declaration) {

  public static final Declared NOTHING = new Declared(Optional.empty(), Optional.empty());

  /** The declaration that the run was made with. */
  public static Declared of(RunSource run) {
    return run.file(RunSource.DECLARATION)
        .map(it -> of(new String(it, StandardCharsets.UTF_8), run.nameOf(RunSource.DECLARATION)))
        .orElse(NOTHING);
  }

  /** The declaration of a file with this text; its name is for messages. */
  public static Declared of(String text, String name) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return new Declared(
        Optional.of(text), Optional.of(new DeclarationReader().read(content, name)));
  }

  /**
   * Reads a file.
   *
   * @param name of the file as the user wrote it
   * @throws UnusableFile with every problem and its line
   */
  public static Declared read(Path file, String name) {
    Declaration declaration = new DeclarationReader().read(file, name);
    return new Declared(Optional.of(content(file, name)), Optional.of(declaration));
  }

  private static String content(Path file, String name) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UnusableFile(name, List.of("cannot be read: " + FileFailure.reason(e)));
    }
  }

  /**
   * The text of a new declaration with what can be observed of the cloud; creates nothing there.
   */
  public static String begin(CloudConfig cloud) {
    try (CloudAccess access = CloudAccess.login(cloud, Optional.empty())) {
      return DeclarationTemplate.of(cloud.name(), access.observe());
    }
  }

  public Offer offer() {
    return declaration.map(Declaration::offer).orElse(Offer.EVERYTHING);
  }

  /** The declaration beside what the run has shown. */
  Optional<DeclaredConfiguration> configuration(RunRecord run, Catalogue catalogue) {
    return declaration.map(it -> new DeclaredConfiguration(it, compared(it, run, catalogue)));
  }

  /** Every fact of the declaration beside what the run has shown of it. */
  public ComparedFacts beside(RunSource source, Catalogue catalogue) {
    RunRecord run = source.record().countingOnly(SuiteIndex.read()::has);
    return new ComparedFacts(
        declaration.map(it -> compared(it, run, catalogue)).orElseGet(List::of), run.integrity());
  }

  private static List<ComparedFact> compared(
      Declaration declaration, RunRecord run, Catalogue catalogue) {
    return DeclarationComparison.of(
        declaration, OperationFacts.withObservation(run, catalogue.entries()));
  }

  public Optional<String> product() {
    return declaration.map(it -> it.product().name());
  }
}
