package org.defcore.report.guideline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.ListOrigin;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.report.TextTable;

/** Guidelines and their findings as text. */
public final class GuidelineText {

  public List<String> list(List<GuidelineLibrary.Entry> entries) {
    TextTable table =
        new TextTable().row("name", "schema", "status", "targets", "releases", "findings");
    for (GuidelineLibrary.Entry entry : entries) {
      String findings = findings(entry.findings());
      table.row(
          entry
              .guideline()
              .map(
                  it ->
                      List.of(
                          entry.name(),
                          it.schema(),
                          it.approval(),
                          String.join(" ", it.targets().stream().map(Target::key).toList()),
                          String.join(" ", it.releases()),
                          findings))
              .orElse(List.of(entry.name(), "-", "unusable", "-", "-", findings)));
    }
    return table.lines();
  }

  public List<String> show(Guideline guideline) {
    List<String> lines = new ArrayList<>(head(guideline));
    lines.add("");
    lines.addAll(targets(guideline));
    lines.add("");
    lines.addAll(capabilities(guideline));
    section(lines, "flagged tests", flags(guideline));
    section(
        lines, "origin", guideline.annex().madeFrom().map(ListOrigin::sentences).orElse(List.of()));
    section(lines, "oddities", guideline.oddities().stream().map(Finding::toString).toList());
    return lines;
  }

  public List<String> validate(String name, List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    lines.add(name + ": " + findings(findings));
    for (Finding finding : findings) {
      lines.add("  " + (isError(finding) ? "error   " : "oddity  ") + finding);
    }
    return lines;
  }

  public static boolean isError(Finding finding) {
    return finding.severity() == Finding.Severity.ERROR;
  }

  private static String findings(List<Finding> findings) {
    long errors = findings.stream().filter(GuidelineText::isError).count();
    long oddities = findings.size() - errors;
    return count(errors, "error", "errors") + ", " + count(oddities, "oddity", "oddities");
  }

  private static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static List<String> head(Guideline guideline) {
    return new TextTable()
        .row("guideline", guideline.id())
        .row("schema", guideline.schema())
        .row("status", guideline.approval())
        .row("target approval", guideline.annex().targetApproval().orElse("-"))
        .row("replaces", guideline.replaces().orElse("-"))
        .row("releases", String.join(" ", guideline.releases()))
        .row("cutoff score", guideline.annex().cutoff().map(String::valueOf).orElse("-"))
        .row("content", guideline.contentHash())
        .lines();
  }

  private static List<String> targets(Guideline guideline) {
    TextTable table =
        new TextTable()
            .row(
                "target", "status", "capabilities", "tests", "flagged", "counted", "prerequisites");
    for (Target target : guideline.targets()) {
      for (Status status : Status.values()) {
        GuidelineFigures figures = GuidelineFigures.of(guideline, target, status);
        if (figures.capabilities() > 0 || status == Status.REQUIRED) {
          table.row(
              target.key(),
              status.word(),
              String.valueOf(figures.capabilities()),
              String.valueOf(figures.tests()),
              String.valueOf(figures.flagged()),
              String.valueOf(figures.counted()),
              String.join(" ", target.prerequisites()));
        }
      }
    }
    return table.lines();
  }

  private static List<String> capabilities(Guideline guideline) {
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of("capability"));
    guideline.targets().forEach(it -> head.add(it.key()));
    head.addAll(List.of("tests", "flagged", "project"));
    table.row(head);
    Map<Target, Map<String, Status>> statuses = new HashMap<>();
    for (Target target : guideline.targets()) {
      Map<String, Status> byName = new HashMap<>();
      guideline.requirements(target).forEach(it -> byName.put(it.capability().name(), it.status()));
      statuses.put(target, byName);
    }
    for (Capability capability : guideline.capabilities().values()) {
      List<String> row = new ArrayList<>(List.of(capability.name()));
      for (Target target : guideline.targets()) {
        row.add(
            Optional.ofNullable(statuses.getOrDefault(target, Map.of()).get(capability.name()))
                .map(Status::word)
                .orElse("-"));
      }
      row.add(String.valueOf(capability.tests().size()));
      row.add(String.valueOf(capability.tests().stream().filter(GuidelineTest::flagged).count()));
      row.add(capability.project());
      table.row(row);
    }
    return table.lines();
  }

  private static List<String> flags(Guideline guideline) {
    Map<String, String> flags = new TreeMap<>();
    for (Capability capability : guideline.capabilities().values()) {
      for (GuidelineTest test : capability.tests()) {
        test.flag().ifPresent(it -> flags.put(test.name(), words(it)));
      }
    }
    return flags.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()).toList();
  }

  private static String words(Flag flag) {
    String reason = flag.reason().isEmpty() ? "no reason given" : flag.reason();
    return flag.date().map(it -> it + " " + reason).orElse(reason);
  }

  private static void section(List<String> lines, String title, List<String> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(title);
      content.forEach(it -> lines.add("  " + it));
    }
  }
}
