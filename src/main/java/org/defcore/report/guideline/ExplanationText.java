package org.defcore.report.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.defcore.capability.CatalogueEntry;
import org.defcore.explain.Explanation;
import org.defcore.explain.Explanation.ExplainedTest;
import org.defcore.explain.Explanation.Kind;
import org.defcore.explain.Explanation.Standing;
import org.defcore.explain.ObservedCall;

/** Explanation of a capability or a test as text. */
public final class ExplanationText {

  public List<String> lines(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(explanation.subject().kind() == Kind.CAPABILITY ? "capability" : "test");
    lines.add("  " + explanation.subject().name());
    if (!explanation.subject().description().isEmpty()) {
      lines.add("  " + explanation.subject().description());
    }
    lines.add("");
    lines.add("guidelines (" + explanation.standings().size() + ")");
    lines.addAll(standings(explanation.standings()));
    explanation
        .subject()
        .requiredSince()
        .ifPresent(it -> lines.add("  required since " + it + ", according to the guideline"));
    lines.add(
        explanation
            .firstRequired()
            .map(it -> "  first required by " + it)
            .orElse("  not required by any of them"));
    lines.add("");
    lines.add("tests of " + explanation.source() + " (" + explanation.tests().size() + ")");
    explanation.tests().forEach(it -> lines.addAll(test(it)));
    explanation
        .callsFrom()
        .filter(it -> !explanation.implemented().isEmpty())
        .ifPresent(it -> lines.add("  calls: as seen in " + it));
    lines.add("");
    lines.add("to run it alone");
    lines.add("  " + explanation.command().orElse("not possible: the suite has none of its tests"));
    return lines;
  }

  /** Guidelines in a row that say the same share a line. */
  private static List<String> standings(List<Standing> standings) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= standings.size(); i++) {
      if (i == standings.size() || !standings.get(i).words().equals(standings.get(from).words())) {
        String first = standings.get(from).guideline();
        String last = standings.get(i - 1).guideline();
        String names = i - from == 1 ? first : first + " to " + last + " (" + (i - from) + ")";
        lines.add("  " + names + ": " + String.join("; ", standings.get(from).words()));
        from = i;
      }
    }
    return lines;
  }

  private static List<String> test(ExplainedTest test) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + test.name());
    test.id().ifPresent(it -> lines.add("    id: " + it));
    test.flagged().ifPresent(it -> lines.add("    flagged: " + it));
    test.entry().ifPresent(it -> lines.addAll(entry(it)));
    test.corrected().ifPresent(it -> lines.add("    corrected by: " + it.name()));
    lines.add(
        "    "
            + test.claim()
                .map(it -> "implemented in this version")
                .orElse(
                    "not implemented in this version"
                        + test.entry()
                            .flatMap(CatalogueEntry::absent)
                            .map(it -> ": " + it)
                            .orElse("")));
    test.calls().forEach(it -> lines.add("    call: " + call(it)));
    return lines;
  }

  private static List<String> entry(CatalogueEntry entry) {
    List<String> lines = new ArrayList<>();
    lines.add("    checks: " + entry.title());
    lines.add(
        "    depends on: "
            + entry.basis().word()
            + (entry.reason().isEmpty() ? "" : ". " + entry.reason()));
    lines.add(
        "    needs: "
            + entry.needs().stream().map(Object::toString).collect(Collectors.joining(", ")));
    entry.corrects().ifPresent(it -> lines.add("    corrects: " + it));
    return lines;
  }

  private static String call(ObservedCall call) {
    return call.method()
        + " "
        + call.path()
        + ", answered "
        + call.statuses().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
