package org.defcore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.defcore.capability.Catalogue;
import org.defcore.capability.Offer;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.compare.DeclarationComparison;
import org.defcore.declaration.compare.OperationFacts;
import org.defcore.declaration.read.DeclarationReader;
import org.defcore.report.declaration.DeclaredConfiguration;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.yaml.UnusableFile;

/**
 * What the vendor declares of a cloud, if anything.
 *
 * @param text the file as it is
 */
record Declared(Optional<String> text, Optional<Declaration> declaration) {

  static final Declared NOTHING = new Declared(Optional.empty(), Optional.empty());

  /** What was declared when the run was made. */
  static Declared of(RunFolder folder) {
    Path copy = folder.path().resolve(RunFolder.DECLARATION);
    return Files.exists(copy) ? read(copy, copy.toString()) : NOTHING;
  }

  /**
   * Reads a file.
   *
   * @param name of the file as the user wrote it
   * @throws UnusableFile with every problem and its line
   */
  static Declared read(Path file, String name) {
    Declaration declaration = new DeclarationReader().read(file, name);
    return new Declared(Optional.of(content(file, name)), Optional.of(declaration));
  }

  private static String content(Path file, String name) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UnusableFile(name, List.of("cannot be read: " + e.getMessage()));
    }
  }

  Offer offer() {
    return declaration.map(Declaration::offer).orElse(Offer.EVERYTHING);
  }

  /** The report's part on it: what is declared, beside what the run has shown. */
  Optional<DeclaredConfiguration> configuration(RunRecord run, Catalogue catalogue) {
    return declaration.map(
        it ->
            new DeclaredConfiguration(
                it,
                DeclarationComparison.of(
                    it, OperationFacts.withObservation(run, catalogue.entries()))));
  }

  Optional<String> product() {
    return declaration.map(it -> it.product().name());
  }
}
