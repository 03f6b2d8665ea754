package org.defcore.report.scs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.defcore.report.PlainText;
import org.defcore.report.run.ReportModel;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Verdict;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The first verdict of a report as the compliance monitor of the Sovereign Cloud Stack takes it.
 *
 * @param subject the cloud, as the monitor knows it
 * @param scope id of the monitor's scope that has the test cases
 * @param uuid another one for other content; the monitor takes each once
 * @param cases results by the ids of test cases, the one of the whole guideline first
 * @param yaml the document
 */
public record ScsReport(
    String subject, UUID scope, UUID uuid, Map<String, ScsResult> cases, String yaml) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final ObjectMapper VALUES =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  private record Document(
      Spec spec, String subject, String checkedAt, String referenceDate, Run run) {

    String yaml() {
      DumperOptions options = new DumperOptions();
      options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
      options.setSplitLines(false);
      Map<String, ?> values = VALUES.convertValue(this, new TypeReference<>() {});
      return PlainText.of(new Yaml(options).dump(values));
    }
  }

  private record Spec(UUID uuid, String name) {}

  private record Run(
      UUID uuid,
      List<String> argv,
      Map<String, String> assignment,
      Map<String, ScsInvocation> invocations) {

    Run with(UUID other) {
      return new Run(other, argv, assignment, invocations);
    }
  }

  public ScsReport {
    cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
  }

  /** Returns whether the monitor can have a subject of that name. */
  public static boolean isSubject(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * The report; the same model gives the same bytes.
   *
   * @param scope absent for the scope that is about this target of this guideline alone
   */
  public static ScsReport of(ReportModel report, String subject, Optional<UUID> scope) {
    Verdict verdict = report.verdicts().get(0);
    Map<String, ScsResult> cases = ScsCases.of(verdict);
    String about =
        "%s under guideline %s".formatted(verdict.target().title(), verdict.guideline().id());
    Spec spec =
        new Spec(
            scope.orElseGet(
                () -> named("scope " + verdict.guideline().id() + " " + verdict.target().key())),
            about);
    Run run = run(report.run(), verdict, cases);
    UUID uuid = named(document(report, subject, spec, run).yaml());
    String yaml = document(report, subject, spec, run.with(uuid)).yaml();
    return new ScsReport(subject, spec.uuid, uuid, cases, yaml);
  }

  private static Run run(RunRecord run, Verdict verdict, Map<String, ScsResult> cases) {
    String guideline = verdict.guideline().id();
    List<String> command =
        run.imported()
            ? List.of("defcore", "import", "--cloud-name", run.cloud(), "--guideline", guideline)
            : List.of("defcore", "run", "--os-cloud", run.cloud(), "--guideline", guideline);
    Map<String, String> assignment = new LinkedHashMap<>();
    assignment.put("os_cloud", run.cloud());
    assignment.put("guideline", verdict.guideline().contentHash());
    assignment.put("target", verdict.target().key());
    assignment.put("harness", run.harness());
    return new Run(
        new UUID(0, 0),
        command,
        assignment,
        Map.of(run.runId(), ScsInvocation.of(run, verdict, cases, String.join(" ", command))));
  }

  private static Document document(ReportModel report, String subject, Spec spec, Run run) {
    RunRecord record = report.run();
    return new Document(
        spec,
        subject,
        // In UTC: the monitor drops a zone.
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            record
                .finished()
                .orElse(record.started())
                .truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZoneOffset.UTC)),
        report.terms().asOf().toString(),
        run);
  }

  private static UUID named(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
