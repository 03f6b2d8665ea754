package org.defcore.report.guideline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.Rule;
import org.defcore.guideline.lint.LintFinding;
import org.defcore.guideline.lint.LintReport;

/** Findings of lint for code review: SARIF 2.1.0. */
public final class LintSarif {

  private static final List<Rule> RULES = List.of(Rule.values());

  private static final String ROOT = "%SRCROOT%";

  private final Path work;
  private final String version;

  /**
   * @param work the working folder; paths outside of it and of a repository are absolute
   * @param version of this program
   */
  public LintSarif(Path work, String version) {
    this.work = work.toAbsolutePath().normalize();
    this.version = version;
  }

  public JsonNode value(List<LintReport> reports) {
    ObjectNode sarif = JsonNodeFactory.instance.objectNode();
    sarif.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    sarif.put("version", "2.1.0");
    ObjectNode run = sarif.putArray("runs").addObject();
    tool(run.putObject("tool").putObject("driver"));
    run.putObject("originalUriBaseIds")
        .putObject(ROOT)
        .putObject("description")
        .put("text", "The root of the repository, or the working folder outside of one.");
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    for (LintReport report : reports) {
      report.findings().forEach(it -> result(results.addObject(), report.file(), it));
    }
    return sarif;
  }

  private void tool(ObjectNode driver) {
    driver.put("name", "defcore guideline lint");
    driver.put("version", version);
    ArrayNode rules = driver.putArray("rules");
    for (Rule rule : RULES) {
      ObjectNode node = rules.addObject();
      node.put("id", rule.id());
      node.putObject("shortDescription").put("text", sentence(rule.expected()));
      node.putObject("fullDescription").put("text", sentence(rule.why()));
      node.putObject("defaultConfiguration").put("level", rule.level().word());
    }
  }

  private void result(ObjectNode node, Path file, LintFinding finding) {
    Rule rule = finding.rule();
    node.put("ruleId", rule.id());
    node.put("ruleIndex", RULES.indexOf(rule));
    node.put("level", rule.level().word());
    node.putObject("message")
        .put(
            "text",
            "%s. Expected: %s, because %s."
                .formatted(finding.finding().message(), rule.expected(), rule.why()));
    ObjectNode location = node.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    artifact(physical.putObject("artifactLocation"), file);
    physical.putObject("region").put("startLine", finding.line());
    location
        .putArray("logicalLocations")
        .addObject()
        .put("fullyQualifiedName", finding.finding().pointer());
  }

  /** Relative to the root of the repository, as a review tool knows files by that path. */
  private void artifact(ObjectNode node, Path file) {
    Path whole = work.resolve(file).normalize();
    Optional<Path> root = root(whole);
    if (root.isEmpty()) {
      node.put("uri", whole.toUri().toString());
      return;
    }
    String base = root.get().toUri().getRawPath().replaceFirst("/$", "");
    node.put("uri", whole.toUri().getRawPath().substring(base.length() + 1));
    node.put("uriBaseId", ROOT);
  }

  private Optional<Path> root(Path file) {
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return Optional.of(folder);
      }
    }
    return file.startsWith(work) ? Optional.of(work) : Optional.empty();
  }

  private static String sentence(String half) {
    return Character.toUpperCase(half.charAt(0)) + half.substring(1) + ".";
  }
}
