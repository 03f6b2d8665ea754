package org.defcore.report.guideline;

import static org.defcore.report.Markdown.code;
import static org.defcore.report.Markdown.text;

import java.util.List;
import java.util.stream.Collectors;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.ListOrigin;
import org.defcore.report.Markdown;
import org.defcore.report.PlainText;
import org.defcore.report.guideline.GuidelinePage.StatusGroup;
import org.defcore.report.guideline.GuidelinePage.TargetFigures;
import org.defcore.report.guideline.GuidelinePage.TestView;

/** Writes a guideline as Markdown, for a wiki or a repository. */
public final class MarkdownGuideline {

  private static final String NOTHING = "not given";

  /** The whole document; the same view gives the same bytes. */
  public String render(GuidelinePage view) {
    StringBuilder out = new StringBuilder();
    heading(out, view.guideline());
    view.targets().forEach(it -> target(out, it));
    view.groups().forEach(it -> group(out, it, view));
    Annex annex = view.guideline().annex();
    designations(out, annex);
    criteria(out, annex);
    repositories(out, annex);
    changes(out, view);
    return PlainText.of(out.toString());
  }

  private static void heading(StringBuilder out, Guideline guideline) {
    Annex annex = guideline.annex();
    line(out, "# Guideline " + text(guideline.id()));
    line(out, "");
    line(out, "- Status: " + text(guideline.approval()));
    line(out, "- Replaces: " + guideline.replaces().map(Markdown::text).orElse("none named"));
    line(out, "- OpenStack releases: " + text(String.join(", ", guideline.releases())));
    line(out, "- Target approval: " + annex.targetApproval().map(Markdown::text).orElse(NOTHING));
    line(out, "- Cutoff score: " + annex.cutoff().map(String::valueOf).orElse(NOTHING));
    line(out, "- Schema: " + text(guideline.schema()));
    line(out, "- Content hash: " + code(guideline.contentHash()));
    line(out, "");
    for (String sentence : annex.madeFrom().map(ListOrigin::sentences).orElse(List.of())) {
      line(out, text(sentence));
      line(out, "");
    }
    line(out, "## Targets");
  }

  private static void target(StringBuilder out, TargetFigures figures) {
    line(out, "");
    line(
        out, "### %s (%s)".formatted(text(figures.target().title()), code(figures.target().key())));
    line(out, "");
    line(
        out,
        "%d required and %d advisory capabilities. %d tests are required, %d of them flagged; %d must pass, %d of them are implemented in this version."
            .formatted(
                figures.required(),
                figures.advisory(),
                figures.tests(),
                figures.flagged(),
                figures.tests() - figures.flagged(),
                figures.implemented()));
    if (!figures.target().prerequisites().isEmpty()) {
      line(out, "");
      line(out, "Needs: " + codes(figures.target().prerequisites()));
    }
  }

  private static void group(StringBuilder out, StatusGroup group, GuidelinePage view) {
    line(out, "");
    line(out, "## Capabilities: %s (%d)".formatted(group.title(), group.capabilities().size()));
    for (Capability capability : group.capabilities()) {
      line(out, "");
      line(out, "### " + text(capability.name()));
      line(out, "");
      if (!capability.description().isBlank()) {
        line(out, text(capability.description()));
        line(out, "");
      }
      line(out, text(String.join("; ", view.facts(capability))) + ".");
      if (!capability.achievements().isEmpty()) {
        line(out, "Meets " + text(String.join(", ", capability.achievements())) + ".");
      }
      line(out, "It has " + text(view.tally(capability)) + ".");
      if (!capability.tests().isEmpty()) {
        line(out, "");
        view.tests(capability).forEach(it -> test(out, it));
      }
    }
  }

  private static void test(StringBuilder out, TestView test) {
    line(out, "- " + (test.flagged() ? "**flagged** " : "") + text(test.title()));
    line(out, "  - " + code(test.name()));
    if (!test.id().isEmpty()) {
      line(out, "  - " + code(test.id()));
    }
    test.notes().forEach(it -> line(out, "  - " + text(it)));
  }

  private static void designations(StringBuilder out, Annex annex) {
    if (!annex.designations().isEmpty()) {
      line(out, "");
      line(out, "## Designated sections");
    }
    for (Annex.Designation designation : annex.designations()) {
      line(out, "");
      line(out, "### %s: %s".formatted(text(designation.project()), text(designation.status())));
      line(out, "");
      if (!designation.components().isEmpty()) {
        line(out, "- for " + codes(designation.components()));
      }
      paragraph(out, designation.guidance());
      paragraph(out, designation.comment());
      for (Annex.Section section : designation.sections()) {
        line(
            out,
            "- %s: %s%s"
                .formatted(
                    section.designated() ? "designated" : "not designated",
                    text(section.name()),
                    section.description().isBlank() ? "" : ". " + text(section.description())));
      }
    }
  }

  private static void paragraph(StringBuilder out, String plain) {
    if (!plain.isBlank()) {
      line(out, "- " + text(plain));
    }
  }

  private static void criteria(StringBuilder out, Annex annex) {
    if (annex.criteria().isEmpty()) {
      return;
    }
    line(out, "");
    line(out, "## Criteria");
    line(out, "");
    line(out, "| Weight | Criterion | Key | Meaning |");
    line(out, "| ---: | --- | --- | --- |");
    annex
        .criteria()
        .forEach(
            it ->
                line(
                    out,
                    "| %d | %s | %s | %s |"
                        .formatted(
                            it.weight(), text(it.name()), text(it.key()), text(it.description()))));
  }

  private static void repositories(StringBuilder out, Annex annex) {
    if (annex.testRepositories().isEmpty()) {
      return;
    }
    line(out, "");
    line(out, "## Test repositories");
    line(out, "");
    annex
        .testRepositories()
        .forEach(
            it ->
                line(
                    out,
                    "- %s: %s at %s"
                        .formatted(text(it.name()), code(it.url()), code(it.reference()))));
  }

  private static void changes(StringBuilder out, GuidelinePage view) {
    if (view.difference().isEmpty()) {
      return;
    }
    line(out, "");
    line(out, "## Changes since " + text(view.difference().get().from().id()));
    line(out, "");
    List<ChangeSections.Section> sections = view.changes();
    if (sections.isEmpty()) {
      line(out, "Nothing that is compared has changed.");
    }
    for (ChangeSections.Section section : sections) {
      line(out, "- %s (%d)".formatted(text(section.title()), section.entries().size()));
      for (ChangeSections.Entry entry : section.entries()) {
        line(out, "  - " + text(entry.line()));
        entry.details().forEach(it -> line(out, "    - " + text(it)));
      }
    }
  }

  private static String codes(List<String> names) {
    return names.stream().map(Markdown::code).collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder out, String line) {
    out.append(line).append('\n');
  }
}
