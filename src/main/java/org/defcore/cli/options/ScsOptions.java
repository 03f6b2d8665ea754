package org.defcore.cli.options;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.defcore.report.run.ReportModel;
import org.defcore.report.scs.ScsReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what a compliance monitor is told about, and under which scope. */
public final class ScsOptions {

  private static final String SUBJECT = "--subject";
  private static final String SCOPE = "--scope";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private @Nullable String subject;
  private Optional<UUID> scope = Optional.empty();

  @Option(
      names = SUBJECT,
      paramLabel = "NAME",
      description = "Name of the cloud at the compliance monitor.")
  void subject(String name) {
    if (!ScsReport.isSubject(name)) {
      throw refused(
          "%s: expected letters, digits and the characters - _ . but found \"%s\""
              .formatted(SUBJECT, name));
    }
    subject = name;
  }

  @Option(
      names = SCOPE,
      paramLabel = "UUID",
      description =
          "Scope of the monitor that has the test cases. Default: one of the guideline alone, for"
              + " scs-0128 that of samples/scs-0128-scope.yaml.")
  void scope(String uuid) {
    try {
      scope = Optional.of(UUID.fromString(uuid));
    } catch (IllegalArgumentException e) {
      throw refused("%s: expected a UUID but found \"%s\"".formatted(SCOPE, uuid));
    }
  }

  /**
   * The name of the cloud.
   *
   * @throws ParameterException if there is none
   */
  public String subject() {
    if (subject == null) {
      throw refused(SUBJECT + ": expected the name of the cloud at the monitor but found none");
    }
    return subject;
  }

  /**
   * Refuses these options where they have no effect.
   *
   * @param otherwise what they need
   */
  public void refuseUnless(String otherwise) {
    if (subject != null || scope.isPresent()) {
      throw refused(
          "%s: expected %s with it".formatted(subject != null ? SUBJECT : SCOPE, otherwise));
    }
  }

  /** The report for the monitor. */
  public ScsReport report(ReportModel report) {
    return ScsReport.of(report, subject(), scope);
  }

  private ParameterException refused(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
