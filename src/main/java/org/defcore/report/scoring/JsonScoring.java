package org.defcore.report.scoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import org.defcore.guideline.Status;
import org.defcore.report.EnumWord;
import org.defcore.report.Json;
import org.defcore.scoring.Criterion;
import org.defcore.scoring.Tabulation;
import org.defcore.scoring.Tabulation.Own;
import org.defcore.scoring.Tabulation.Row;

/** Writes a tabulation for programs. */
public final class JsonScoring {

  /** The whole document; the same tabulation gives the same bytes. */
  public String render(Tabulation tabulation) {
    ObjectNode root = Json.object();
    root.put("worksheet", tabulation.worksheet().cycle());
    root.put("guideline", tabulation.guideline().id());
    root.put("guideline_hash", tabulation.guideline().contentHash());
    tabulation.weights().cutoff().ifPresent(it -> root.put("cutoff", it));
    ObjectNode weights = root.putObject("weights");
    tabulation.weights().points().forEach((criterion, it) -> weights.put(criterion.key(), it));
    Json.objects(root, "capabilities", tabulation.rows(), JsonScoring::row);
    Json.objects(
        root, "required_under_cutoff", tabulation.requiredUnderTheCutoff(), JsonScoring::own);
    Json.objects(
        root, "not_on_worksheet", new ScoringPhrases(tabulation).unscored(), JsonScoring::own);
    return Json.text(root);
  }

  private static void row(ObjectNode node, Row row) {
    node.put("name", row.line().capability());
    node.put("rank", row.rank());
    node.put("total", row.points().total());
    node.put("points", row.points().sum());
    node.put("state", EnumWord.of(row.points().state()));
    node.put("over_cutoff", row.over());
    ObjectNode scores = node.putObject("scores");
    Arrays.stream(Criterion.values())
        .forEach(it -> scores.put(it.key(), row.line().score(it).sign()));
    node.put("non_admin", row.line().nonAdmin().sign());
    row.line().note().ifPresent(it -> node.put("note", it));
    node.put("defined", row.defined());
    standing(node, row.standing());
    Json.strings(node, "one_more_would_do", row.lifts());
    Json.strings(node, "only_worksheet", row.difference().worksheetOnly());
    Json.strings(node, "only_guideline", row.difference().guidelineOnly());
  }

  private static void own(ObjectNode node, Own own) {
    node.put("name", own.capability());
    standing(node, own.standing());
    node.put("total", own.total());
  }

  private static void standing(ObjectNode node, Optional<Status> standing) {
    standing.ifPresent(it -> node.put("status", it.word()));
  }
}
