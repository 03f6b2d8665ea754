package org.defcore.guideline.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Finding.Severity;
import org.defcore.guideline.Rule;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.guideline.read.GuidelineDocument;
import org.defcore.guideline.read.GuidelineDocument.Parsed;
import org.defcore.guideline.read.GuidelineDocument.Twice;
import org.defcore.guideline.read.GuidelineReader;
import org.defcore.guideline.read.GuidelineReader.Inspection;
import org.defcore.guideline.read.GuidelineSchema;

/** Checks guideline files against every rule. */
public final class Lint {

  private final GuidelineLibrary library;
  private final GuidelineSchema schemas;
  private final GuidelineReader reader = new GuidelineReader();
  private final List<Checks> checks;

  /**
   * @param library where names and sources are looked for
   */
  public Lint(GuidelineLibrary library, GuidelineSchema schemas) {
    this.library = library;
    this.schemas = schemas;
    this.checks =
        List.of(
            new KeyChecks(),
            new TestChecks(),
            new RequirementChecks(),
            new SourceChecks(library),
            new OriginChecks());
  }

  /**
   * Returns every finding about the guideline of that name or path.
   *
   * @throws org.defcore.guideline.GuidelineException when there is no such file, or it cannot be
   *     read
   */
  public LintReport check(String nameOrPath) {
    Path file = library.locate(nameOrPath);
    byte[] content = GuidelineDocument.bytes(file);
    JsonWalk walk = new JsonWalk(content);
    Parsed parsed = GuidelineDocument.parse(content, Twice.REFUSE);
    List<Finding> findings = new ArrayList<>();
    if (parsed.findings().stream().anyMatch(it -> it.rule() == Rule.DUPLICATE_KEY)) {
      findings.addAll(duplicates(walk));
      parsed = GuidelineDocument.parse(content, Twice.TAKE_LAST);
    }
    findings.addAll(parsed.findings());
    parsed.json().ifPresent(it -> findings.addAll(check(it, file)));
    return new LintReport(nameOrPath, file, located(findings, walk, parsed));
  }

  private List<Finding> check(JsonNode document, Path file) {
    Inspection inspection = reader.inspect(document);
    List<Finding> findings = new ArrayList<>(inspection.findings());
    findings.addAll(schemas.check(document));
    inspection
        .guideline()
        .ifPresent(
            it -> {
              library.checkName(it, file).ifPresent(findings::add);
              Subject subject = new Subject(it, document);
              checks.forEach(group -> findings.addAll(group.check(subject)));
            });
    return findings;
  }

  private static List<Finding> duplicates(JsonWalk walk) {
    return DuplicateKeys.in(walk).stream()
        .map(
            it ->
                new Finding(
                    Rule.DUPLICATE_KEY,
                    Severity.ERROR,
                    it.pointer(),
                    "expected each key once but line "
                        + it.firstLine()
                        + " has this one already: read as here"))
        .toList();
  }

  private static List<LintFinding> located(List<Finding> findings, JsonWalk walk, Parsed parsed) {
    if (findings.isEmpty()) {
      return List.of();
    }
    Lines lines = Lines.of(walk, findings.stream().map(Finding::pointer).toList());
    return findings.stream()
        .map(
            it ->
                new LintFinding(
                    it, it.rule() == Rule.JSON ? parsed.line() : lines.of(it.pointer())))
        .sorted(
            Comparator.comparingInt(LintFinding::line)
                .thenComparing(LintFinding::rule)
                .thenComparing(it -> it.finding().pointer())
                .thenComparing(it -> it.finding().message()))
        .toList();
  }
}
