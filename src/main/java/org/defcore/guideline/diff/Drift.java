package org.defcore.guideline.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Guideline;

/**
 * The changes of a guideline file since an earlier state. The whole document counts, since no
 * program can tell which sentence a cloud relies on; layout and order of keys do not.
 *
 * <p>An approved guideline may gain flags and be superseded. Any other change is drift: the same id
 * then stands for different requirements, and verdicts from before and after cannot be compared.
 *
 * @param changes by pointer
 */
public record Drift(Guideline from, Guideline to, List<JsonChange> changes) {

  private static final Pattern FLAG =
      Pattern.compile("/capabilities/[^/]+/(?:tests/[^/]+/)?(?:flagged|flag)");
  private static final Pattern STATUS =
      Pattern.compile("/status|/metadata/os_trademark_approval/status");

  /** Assessment of the changes of a file. */
  public enum Result {
    /** No change of content. */
    UNCHANGED,
    /** Only permitted changes. */
    ALLOWED,
    /** The guideline was not approved, so any change is permitted. */
    NOT_APPROVED,
    /** The guideline was approved, and a change is not permitted. */
    DRIFTED
  }

  public Drift {
    changes = List.copyOf(changes);
  }

  /**
   * Compares two states of a file.
   *
   * @param before document that {@code from} was read from
   * @param after document that {@code to} was read from
   */
  public static Drift of(Guideline from, JsonNode before, Guideline to, JsonNode after) {
    return new Drift(from, to, JsonChange.between(before, after));
  }

  public Result result() {
    if (from.contentHash().equals(to.contentHash())) {
      return Result.UNCHANGED;
    }
    if (!Approval.given(from)) {
      return Result.NOT_APPROVED;
    }
    return changes.stream().allMatch(Drift::isAllowed) ? Result.ALLOWED : Result.DRIFTED;
  }

  /** Returns whether an approved guideline may be changed in this way. */
  public static boolean isAllowed(JsonChange change) {
    boolean gains = change.from().isEmpty() && !change.to().equals("null");
    boolean superseded =
        change.from().equals("\"approved\"") && change.to().equals("\"superseded\"");
    return (gains && FLAG.matcher(change.pointer()).matches())
        || (superseded && STATUS.matcher(change.pointer()).matches());
  }
}
