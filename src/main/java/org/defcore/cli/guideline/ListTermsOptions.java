package org.defcore.cli.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.defcore.cli.options.EnumOption;
import org.defcore.guideline.list.ListTerms;
import org.defcore.report.EnumWord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for what a guideline that is made of a list says of itself. */
final class ListTermsOptions {

  private enum Standing {
    DRAFT,
    ADVISORY,
    APPROVED,
    SUPERSEDED
  }

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private Standing status = Standing.DRAFT;

  @Option(
      names = "--id",
      paramLabel = "ID",
      required = true,
      description = "Id of the guideline: 2027.06, acme.")
  private String id = "";

  @Option(
      names = "--status",
      paramLabel = "draft|advisory|approved|superseded",
      defaultValue = "draft",
      description = "Status of the guideline. Default: ${DEFAULT-VALUE}.")
  void status(String word) {
    status =
        EnumOption.choice(
            Objects.requireNonNull(spec).commandLine(), "--status", Standing.class, word);
  }

  @Option(
      names = "--approved",
      paramLabel = "YYYY.MM",
      description = "Target month of its approval.")
  private Optional<String> approved = Optional.empty();

  @Option(
      names = "--replaces",
      paramLabel = "GUIDELINE",
      description = "Id of the guideline before it.")
  private Optional<String> replaces = Optional.empty();

  @Option(
      names = "--release",
      split = ",",
      paramLabel = "NAME",
      description =
          "OpenStack release that the guideline is for; repeatable. Default: all releases.")
  private List<String> releases = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "URL",
      description = "Address of the published list, or of the guideline that it reconstructs.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--reconstructs",
      paramLabel = "TEXT",
      description =
          "The lost guideline that the list is from; the file then says that it is a"
              + " reconstruction. Needs --unknown.")
  private Optional<String> reconstructs = Optional.empty();

  @Option(
      names = "--unknown",
      paramLabel = "TEXT",
      description = "A fact of that guideline that the list does not tell; repeatable.")
  private List<String> unknown = new ArrayList<>();

  ListTerms terms() {
    if (reconstructs.isPresent() == unknown.isEmpty()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "expected --reconstructs and --unknown together but found one of them");
    }
    return new ListTerms(
        id, EnumWord.of(status), approved, replaces, releases, source, reconstructs, unknown);
  }
}
