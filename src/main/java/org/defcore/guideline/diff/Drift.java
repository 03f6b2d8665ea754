package org.defcore.guideline.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Guideline;

/**
 * How a guideline file differs from what it was. Its meaning is the whole document, since nobody
 * can tell by program which sentence a cloud may rely on; layout and order of keys are not.
 *
 * <p>Once approved, it may gain flags and be superseded. All else is drift: the same id then names
 * different requirements, and verdicts from before and after cannot be compared.
 *
 * @param changes by pointer
 */
public record Drift(Guideline from, Guideline to, List<JsonChange> changes) {

  private static final Pattern FLAG =
      Pattern.compile("/capabilities/[^/]+/(?:tests/[^/]+/)?(?:flagged|flag)");
  private static final Pattern STATUS =
      Pattern.compile("/status|/metadata/os_trademark_approval/status");

  /** What there is to say about a file. */
  public enum Word {
    /** Its meaning is what it was. */
    UNCHANGED,
    /** It changed as it may. */
    ALLOWED,
    /** It was no approved guideline, so it may change. */
    NOT_APPROVED,
    /** It was approved and changed otherwise than by gaining flags. */
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

  public Word word() {
    if (from.contentHash().equals(to.contentHash())) {
      return Word.UNCHANGED;
    }
    if (!Approval.given(from)) {
      return Word.NOT_APPROVED;
    }
    return changes.stream().allMatch(Drift::isAllowed) ? Word.ALLOWED : Word.DRIFTED;
  }

  /** Whether an approved guideline may change there in that way. */
  public static boolean isAllowed(JsonChange change) {
    boolean gains = change.from().isEmpty() && !change.to().equals("null");
    boolean superseded =
        change.from().equals("\"approved\"") && change.to().equals("\"superseded\"");
    return (gains && FLAG.matcher(change.pointer()).matches())
        || (superseded && STATUS.matcher(change.pointer()).matches());
  }
}
