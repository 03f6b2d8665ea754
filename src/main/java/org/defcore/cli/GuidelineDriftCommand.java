package org.defcore.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.diff.Drift;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.read.GuidelineDocument;
import org.defcore.guideline.read.GuidelineDocument.Twice;
import org.defcore.guideline.read.GuidelineReader;
import org.defcore.report.guideline.DriftReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore guideline drift FILE --since …}: whether an approved file stayed what it was. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description = {
      "Tell whether a guideline file changed after it was approved. Layout and the order of keys do"
          + " not matter; it may gain flags and be superseded.",
      "Exit code: 1 if an approved guideline changed otherwise, else 0."
    })
final class GuidelineDriftCommand implements Callable<Integer> {

  private final Installation installation;
  private final GuidelineReader reader = new GuidelineReader();

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(paramLabel = "GUIDELINE", description = "Name or file.")
  private String name = "";

  @Option(
      names = "--since",
      required = true,
      paramLabel = "DIR|REVISION",
      description =
          "What it was before: a folder with a file of the same name, or else a revision of the git"
              + " repository that the file is in.")
  private String since = "";

  GuidelineDriftCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Path file = installation.guidelines().locate(name);
    byte[] now = GuidelineDocument.bytes(file);
    byte[] then = new EarlierFile(since, installation.work(), "git").content(file);
    String earlier = since + ": " + file.getFileName();
    Guideline from = reader.read(earlier, then);
    Guideline to = reader.read(name, now);
    Drift drift = Drift.of(from, json(earlier, then), to, json(name, now));
    GuidelineDiff diff = GuidelineDiff.of(from, to, installation.catalogue().corrected());
    DriftReport report = new DriftReport(file, since, drift, diff);
    output.print(Console.of(spec).out(), report::lines, report::json);
    return drift.result() == Drift.Result.DRIFTED ? ExitCode.NOT_CONFORMANT : ExitCode.CONFORMANT;
  }

  private static JsonNode json(String source, byte[] content) {
    return GuidelineDocument.parse(content, Twice.REFUSE)
        .json()
        .orElseThrow(() -> new GuidelineException(source + ": no JSON"));
  }
}
