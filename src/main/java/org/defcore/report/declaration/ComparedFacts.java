package org.defcore.report.declaration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.defcore.declaration.compare.ComparedFact;
import org.defcore.declaration.compare.ComparedFact.Standing;
import org.defcore.report.EnumWord;
import org.defcore.result.Integrity;

/**
 * A declaration beside what a run observed, for people and for programs.
 *
 * @param integrity state of the files of the run
 */
public record ComparedFacts(List<ComparedFact> facts, Integrity integrity) {

  private static final String ROW = "%-13s %s: %s";
  private static final String MORE = " ".repeat(14);

  /** A row as JSON has it; observed and source are empty where nothing told. */
  record Value(
      String what, String declared, String observed, String standing, String source, String why) {}

  public ComparedFacts {
    facts = List.copyOf(facts);
  }

  public boolean hasMismatch() {
    return facts.stream().anyMatch(it -> it.standing() == Standing.MISMATCH);
  }

  public List<Value> values() {
    return facts.stream()
        .map(
            it ->
                new Value(
                    it.what(),
                    it.declared(),
                    it.observed(),
                    EnumWord.of(it.standing()),
                    it.source(),
                    it.why()))
        .toList();
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>(fileProblems());
    for (Value it : values()) {
      lines.add(ROW.formatted(it.standing(), it.what(), it.declared()));
      if (!it.source().isEmpty()) {
        lines.add(MORE + "observed: " + it.observed() + " (" + it.source() + ")");
      }
      lines.add(MORE + it.why());
    }
    lines.add(
        Arrays.stream(Standing.values())
            .map(it -> count(it) + " " + EnumWord.of(it))
            .collect(Collectors.joining(", ", "declaration: ", "")));
    lines.add("files of the run: " + integrity.words());
    return lines;
  }

  /** A line for each problem with the files of the run. */
  public List<String> fileProblems() {
    return integrity.lines().stream().map(it -> "file problem: " + it).toList();
  }

  private long count(Standing standing) {
    return facts.stream().filter(it -> it.standing() == standing).count();
  }
}
