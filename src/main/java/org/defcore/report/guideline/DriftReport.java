package org.defcore.report.guideline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.defcore.guideline.diff.Drift;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.diff.JsonChange;
import org.defcore.report.EnumWord;

/**
 * Changes of a guideline file since an earlier state, for people and for programs.
 *
 * @param diff what the changes come to, as far as a verdict can rest on them
 */
public record DriftReport(Path file, String since, Drift drift, GuidelineDiff diff) {

  private static final int QUOTED = 100;

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s since %s: %s".formatted(file, since, words()));
    lines.add("  was " + drift.from().contentHash());
    lines.add("  is  " + drift.to().contentHash());
    if (drift.result() == Drift.Result.UNCHANGED) {
      return lines;
    }
    List<JsonChange> allowed = drift.changes().stream().filter(Drift::isAllowed).toList();
    List<JsonChange> others = drift.changes().stream().filter(it -> !Drift.isAllowed(it)).toList();
    section(lines, "changes that an approved guideline must not have", others);
    section(lines, "changes that an approved guideline may have", allowed);
    lines.add("");
    lines.addAll(new GuidelineDiffText().lines(diff));
    return lines;
  }

  public JsonNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("file", file.toString());
    node.put("since", since);
    node.put("drift", EnumWord.of(drift.result()));
    node.put("from", drift.from().contentHash());
    node.put("to", drift.to().contentHash());
    ArrayNode changes = node.putArray("changes");
    for (JsonChange change : drift.changes()) {
      changes
          .addObject()
          .put("pointer", change.pointer())
          .put("from", change.from())
          .put("to", change.to())
          .put("allowed", Drift.isAllowed(change));
    }
    node.set("diff", new GuidelineDiffJson().value(diff));
    return node;
  }

  private String words() {
    return switch (drift.result()) {
      case UNCHANGED -> "unchanged";
      case ALLOWED -> "only changes that an approved guideline may have";
      case NOT_APPROVED ->
          "changed; allowed because its status is %s".formatted(drift.from().approval());
      case DRIFTED -> "changed although its status was " + drift.from().approval();
    };
  }

  private static void section(List<String> lines, String title, List<JsonChange> changes) {
    if (!changes.isEmpty()) {
      lines.add("");
      lines.add(title + " (" + changes.size() + ")");
      changes.forEach(
          it ->
              lines.add("  %s: %s -> %s".formatted(it.pointer(), said(it.from()), said(it.to()))));
    }
  }

  private static String said(String json) {
    if (json.isEmpty()) {
      return "none";
    }
    return json.length() <= QUOTED ? json : json.substring(0, QUOTED) + "…";
  }
}
