package org.defcore.cli.guideline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.defcore.cli.console.ExitCode;
import org.defcore.desk.Installation;
import org.defcore.guideline.draft.GuidelineDraft;
import org.defcore.yaml.FileFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code defcore guideline new}: the next draft of a guideline. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Write the next draft of a guideline of schema 2.0, to be edited.",
      "Flags are dropped; what was advisory is required, what was deprecated is removed, and what"
          + " was removed is gone. Order and layout of the file stay as they are."
    })
final class GuidelineNewCommand implements Callable<Integer> {

  private final Installation installation;

  @Mixin private NewFile file = new NewFile();

  @Option(
      names = "--from",
      paramLabel = "ID",
      required = true,
      description = "Name or file of the guideline before.")
  private String from = "";

  @Option(
      names = "--id",
      paramLabel = "NEWID",
      description = "Id of the draft. Default: that of the next June or November.")
  private @Nullable String id;

  GuidelineNewCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Path before = installation.guidelines().locate(from);
    String draft = GuidelineDraft.of(from, bytes(before), Optional.ofNullable(id));
    file.write(draft, "validate", installation.work());
    return ExitCode.CONFORMANT;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + FileFailure.reason(e), e);
    }
  }
}
