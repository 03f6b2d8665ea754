package org.defcore.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the vendor declares. */
final class DeclarationOption {

  @Option(
      names = "--declaration",
      paramLabel = "FILE",
      description =
          "The vendor's declaration. Tests of what it says is not offered, or of another kind of"
              + " compute, are not applicable. Without it every test is asked.")
  private @Nullable Path file;

  DeclaredOffer declared(Installation installation) {
    return file == null
        ? DeclaredOffer.NONE
        : DeclaredOffer.read(installation.work().resolve(file));
  }
}
