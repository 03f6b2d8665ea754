package org.defcore.report.guideline;

import java.util.ArrayList;
import java.util.List;
import org.defcore.guideline.diff.GuidelineDiff;

/** Changes between guidelines as text: a section for each kind of change there is. */
final class GuidelineDiffText {

  List<String> lines(GuidelineDiff diff) {
    List<String> lines = new ArrayList<>();
    lines.add("guideline " + diff.from().id() + " -> " + diff.to().id());
    List<ChangeSections.Section> sections = ChangeSections.of(diff);
    if (sections.isEmpty()) {
      lines.add("nothing that is compared has changed");
    }
    for (ChangeSections.Section section : sections) {
      lines.add("");
      lines.add(section.title() + " (" + section.entries().size() + ")");
      for (ChangeSections.Entry entry : section.entries()) {
        lines.add("  " + entry.line());
        entry.details().forEach(it -> lines.add("    " + it));
      }
    }
    return lines;
  }
}
