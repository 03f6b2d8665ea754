package org.defcore.scoring;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scores of one capability.
 *
 * @param scores one for each criterion
 * @param nonAdmin whether an ordinary user can use it; if not, it is vetoed
 * @param note a remark of the scorer, one line
 */
public record ScoreLine(
    String capability, Map<Criterion, Score> scores, Score nonAdmin, Optional<String> note) {

  /**
   * @throws IllegalArgumentException if a criterion has no score
   */
  public ScoreLine {
    Set<Criterion> missing = EnumSet.allOf(Criterion.class);
    missing.removeAll(scores.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(capability + ": expected a score of each of " + missing);
    }
    scores = Collections.unmodifiableMap(new EnumMap<>(scores));
    note = note.map(it -> it.strip().replaceAll("\\s+", " "));
  }

  public Score score(Criterion criterion) {
    return scores.getOrDefault(criterion, Score.OPEN);
  }

  /** The criteria that have that score, in the order of the worksheet. */
  public List<Criterion> having(Score score) {
    return scores.keySet().stream().filter(it -> score(it) == score).toList();
  }

  /** The same with that criterion met. */
  public ScoreLine meeting(Criterion criterion) {
    Map<Criterion, Score> changed = new EnumMap<>(scores);
    changed.put(criterion, Score.MET);
    return new ScoreLine(capability, changed, nonAdmin, note);
  }

  /** The same for a capability that an ordinary user can use. */
  public ScoreLine withoutAdmin() {
    return new ScoreLine(capability, scores, Score.MET, note);
  }
}
