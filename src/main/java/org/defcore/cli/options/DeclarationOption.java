package org.defcore.cli.options;

import java.nio.file.Path;
import org.defcore.desk.Declared;
import org.defcore.desk.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option for the vendor's declaration. */
public final class DeclarationOption {

  static final String NAME = "--declaration";

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description =
          "The vendor's declaration. Tests of what it says is not offered, or of another kind of"
              + " compute, are not applicable. Without it every test is asked.")
  private @Nullable Path file;

  public Declared declared(Installation installation) {
    return file == null
        ? Declared.NOTHING
        : Declared.read(installation.work().resolve(file), file.toString());
  }
}
