package org.defcore.desk.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.guideline.Guideline;
import org.defcore.report.Json;
import org.defcore.report.Rows;
import org.defcore.store.Rescoring;
import org.defcore.store.RunRow;
import org.defcore.store.StoredVerdict;

/**
 * The verdicts on all runs of a store under a guideline, beside those under the guidelines that
 * they were planned with.
 */
public final class FieldChanges {

  private static final String NONE = "-";

  private final Guideline guideline;
  private final Rows summary = new Rows("target", "before", "after", "runs");
  private final Rows changes =
      new Rows(
          "run",
          "vendor",
          "product",
          "version",
          "cloud",
          "planned_with",
          "target",
          "before",
          "after",
          "api_contract_before",
          "api_contract_after");
  private final Map<List<String>, Integer> counts =
      new TreeMap<>(Comparator.comparing(it -> String.join(" ", it)));

  public FieldChanges(Guideline guideline, Rescoring rescoring) {
    this.guideline = guideline;
    rescoring.changes(this::add);
    counts.forEach((words, runs) -> summary.add(words.get(0), words.get(1), words.get(2), runs));
  }

  private void add(Rescoring.Change change) {
    RunRow run = change.run();
    StoredVerdict after = change.after();
    String before = change.before().map(StoredVerdict::text).orElse(NONE);
    counts.merge(List.of(after.target(), before, after.text()), 1, Integer::sum);
    if (change.differs()) {
      changes.add(
          run.name(),
          run.cloud().vendor(),
          run.cloud().product(),
          run.version(),
          run.cloud().name(),
          run.guideline(),
          after.target(),
          before,
          after.text(),
          change.before().map(StoredVerdict::contract).orElse(NONE),
          after.contract());
    }
  }

  /** Numbers of runs by verdict, then the runs whose verdicts differ. */
  public String text() {
    return "verdicts under %s, %s\n".formatted(guideline.id(), guideline.contentHash())
        + summary.text()
        + (changes.size() == 0 ? "no verdict differs\n" : "\n" + changes.text());
  }

  /** The same for programs. */
  public String json() {
    ObjectNode root = Json.object();
    root.putObject("guideline").put("id", guideline.id()).put("hash", guideline.contentHash());
    root.set("summary", summary.array());
    root.set("changes", changes.array());
    return Json.text(root);
  }

  /** The runs whose verdicts differ. */
  public String csv() {
    return changes.csv();
  }
}
